import { dataResponse } from '../http/respond';

/** The script that gives every frame of this server in a page the height that it needs. */
const SIZER = `(()=>{
const home=new URL(document.currentScript.src).origin;
addEventListener('message',({origin,source,data})=>{
if(origin!==home||!data||data.annals!=='height')return;
const height=Math.min(20000,Math.max(80,Math.ceil(Number(data.height)||0)));
for(const frame of document.querySelectorAll('iframe'))if(frame.contentWindow===source)frame.style.height=height+'px';
});
})();
`;

/** `/embed.js`: kept for an hour, so that a page with many frames asks once. */
export function embedScript(request: Request): Promise<Response> {
  const identity = { revision: 'embed-script', pinned: false };
  return dataResponse(request, identity, 'text/javascript; charset=utf-8', async () => SIZER, {
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  });
}
