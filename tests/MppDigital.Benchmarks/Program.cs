using MppDigital.Benchmarks.Limit;
using MppDigital.Benchmarks.Rows;

return args switch
{
    ["limit", var job] => await LimitProgram.RunAsync(job),
    ["table", var web, .. var rows] => await WholeTable.RunAsync(web, rows),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"""
        usage: table <built MppDigital.Web.dll> [row ...]   measures and prints the table; rows: {string.Join(' ', WholeTable.Names)}
               limit <job.json>                             the hand-written program that the product is compared with; the table starts it
        """);
    return 2;
}
