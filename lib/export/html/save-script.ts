/**
 * What a saved page can do by itself: sort by a column, search, open an incident. Plain script for a file without a
 * network; the page is whole without it.
 */
export const SAVE_SCRIPT = `(()=>{
const body=document.querySelector('#rows');
const rows=()=>[...body.querySelectorAll('tr.row')];
const after=row=>document.getElementById(row.dataset.details);
const show=(row,open)=>{const button=row.querySelector('button');button.setAttribute('aria-expanded',open);after(row).hidden=!open||row.hidden};
for(const row of rows()){const button=row.querySelector('button');button.hidden=false;button.addEventListener('click',()=>show(row,after(row).hidden));show(row,false)}
const keyOf=(row,at)=>{const key=row.cells[at].dataset.key;const number=Number(key);return key!==''&&!Number.isNaN(number)?number:key};
for(const head of document.querySelectorAll('th[data-at]')){const at=Number(head.dataset.at);head.querySelector('button').addEventListener('click',()=>{
const down=head.getAttribute('aria-sort')==='ascending';
for(const other of document.querySelectorAll('th[data-at]'))other.removeAttribute('aria-sort');
head.setAttribute('aria-sort',down?'descending':'ascending');
const sorted=rows().map(row=>[keyOf(row,at),row]).sort(([a],[b])=>typeof a===typeof b?(a<b?-1:a>b?1:0):typeof a==='number'?-1:1);
if(down)sorted.reverse();
for(const [,row] of sorted){const details=after(row);body.append(row,details)}
})}
const fold=text=>text.normalize('NFKD').replace(/[\\u0300-\\u036f]/g,'').toLowerCase();
const texts=new Map(rows().map(row=>[row,fold(row.textContent+' '+after(row).textContent)]));
const field=document.querySelector('#search');const count=document.querySelector('#count');
const search=()=>{const words=fold(field.value).split(/\\s+/).filter(Boolean);let found=0;
for(const row of rows()){const hit=words.every(word=>texts.get(row).includes(word));row.hidden=!hit;if(hit)found++;if(!hit)after(row).hidden=true;else show(row,row.querySelector('button').getAttribute('aria-expanded')==='true')}
count.textContent=found+' of '+texts.size+' incidents'};
field.addEventListener('input',search);document.querySelector('.controls').hidden=false;search();
})()`;
