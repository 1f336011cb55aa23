-- An offering's road names its connector. Wordings stored before keep the digest they were quoted under.
update offering_version
   set content = replace(replace(content,
           '{road: dtone_esim, ', '{road: plan, connector: "dtone", '),
           '{road: dtone_top_up, ', '{road: credit, connector: "dtone", ')
 where content like '%road: dtone\_%';
