/**
 * What a saved page can do by itself: sort by a column, search, open an incident, show more of them. Plain script for a file without
 * a network. The first rows stand in the page; all of them, packed, in the template `packed`, a line of JSON each: what each
 * column is sorted by, the cells, and the details, as HTML of our own. They are unpacked when the page is quiet, or first asked.
 */
export const SAVE_SCRIPT = `(()=>{
const at=id=>document.getElementById(id);
const [body,packed,more,count,field]=['rows','packed','more','count','search'].map(at);
const STEP=Number(packed.dataset.step),TOTAL=Number(packed.dataset.total);
const written=number=>number.toLocaleString('en');

let rows=[],order=[],shown=Math.min(STEP,TOTAL),turn=0,loading=null;
const unpack=async()=>{
const bytes=Uint8Array.from(atob(packed.content.textContent),one=>one.charCodeAt(0));
const text=await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
rows=text.split('\\n').filter(Boolean).map((line,at)=>{const [keys,cells,details]=JSON.parse(line);return {at,keys,cells,details,words:null}});
order=rows};
const load=()=>loading??=unpack();
const tooOld=()=>{count.textContent='This browser cannot unpack the rows: it is too old to sort, search or show more of them.'};
const whenLoaded=run=>load().then(run,tooOld);

const detailsOf=row=>{const next=row.nextElementSibling;return next?.classList.contains('details')?next:null};
const withDetails=row=>{
const there=detailsOf(row);if(there)return there;
const {at,details}=rows[Number(row.dataset.row)];
row.insertAdjacentHTML('afterend','<tr class="details" id="d'+at+'" hidden><td colspan="'+row.cells.length+'">'+details+'</td></tr>');
return row.nextElementSibling};
const toggle=row=>{const details=withDetails(row);details.hidden=!details.hidden;row.querySelector('button').setAttribute('aria-expanded',!details.hidden)};
body.addEventListener('click',({target})=>{const button=target.closest('tr.row button');if(!button)return;const row=button.closest('tr');if(detailsOf(row))toggle(row);else whenLoaded(()=>toggle(row))});
for(const row of body.querySelectorAll('tr.row')){const button=row.querySelector('button');button.hidden=false;button.setAttribute('aria-expanded',false);detailsOf(row).hidden=true}

const markup=({at,cells})=>'<tr class="row" data-row="'+at+'">'+cells+'<td><button type="button" aria-expanded="false" aria-controls="d'+at+'">Details</button></td></tr>';
const tell=()=>{
const of=rows.length===0?TOTAL:order.length;
more.hidden=shown>=of;
more.querySelector('span').textContent='The first '+written(shown)+' of '+written(of)+' are shown. The search above looks through all; the search of the browser, and printing, only through those shown. ';
more.querySelector('#next').textContent='Show '+written(Math.min(STEP,of-shown))+' more';
more.querySelector('#all').textContent='Show all '+written(of)};
const fill=(to,mine)=>{
const next=Math.min(to,Math.max(2*shown,STEP),order.length);
body.insertAdjacentHTML('beforeend',order.slice(shown,next).map(markup).join(''));
shown=next;tell();
if(shown<Math.min(to,order.length))requestAnimationFrame(()=>{if(mine===turn)fill(to,mine)})};
const draw=()=>{body.textContent='';shown=0;fill(STEP,++turn)};
at('next').addEventListener('click',()=>whenLoaded(()=>fill(shown+STEP,++turn)));
at('all').addEventListener('click',()=>whenLoaded(()=>fill(order.length,++turn)));

const ENTITIES={'&amp;':'&','&lt;':'<','&gt;':'>','&quot;':'"','&#39;':"'"};
const fold=text=>text.normalize('NFKD').replace(/[\\u0300-\\u036f]/g,'').toLowerCase();
const wordsOf=row=>row.words??=fold((row.cells+' '+row.details).replace(/<[^>]*>/g,' ').replace(/&(?:amp|lt|gt|quot|#39);/g,one=>ENTITIES[one]));
let sorted=null;
const arrange=()=>{
const words=fold(field.value).split(/\\s+/).filter(Boolean);
order=(sorted??rows).filter(row=>words.every(word=>wordsOf(row).includes(word)));
count.textContent=written(order.length)+' of '+written(TOTAL)+' '+packed.dataset.noun;draw()};
field.addEventListener('input',()=>whenLoaded(arrange));

const compare=(a,b)=>typeof a===typeof b?(a<b?-1:a>b?1:0):typeof a==='number'?-1:1;
for(const head of document.querySelectorAll('th[data-at]')){const column=Number(head.dataset.at);head.querySelector('button').addEventListener('click',()=>whenLoaded(()=>{
const down=head.getAttribute('aria-sort')==='ascending';
for(const other of document.querySelectorAll('th[data-at]'))other.removeAttribute('aria-sort');
head.setAttribute('aria-sort',down?'descending':'ascending');
sorted=[...rows].sort((a,b)=>compare(a.keys[column],b.keys[column]));
if(down)sorted.reverse();
arrange()}))}

addEventListener('beforeprint',()=>{if(rows.length>0)for(const row of body.querySelectorAll('tr.row'))withDetails(row)});
document.querySelector('.controls').hidden=false;tell();
const quiet=self.requestIdleCallback??(run=>setTimeout(run,500));
quiet(()=>load().catch(()=>undefined));
})()`;
