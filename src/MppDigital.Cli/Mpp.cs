using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;
using MppDigital.Cli.Verbs;

namespace MppDigital.Cli;

/// <summary>The list of verbs.</summary>
internal static class Mpp
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken ct)
    {
        var json = new Option<bool>("--json") { Description = "Jawaban dalam JSON", Recursive = true };
        var root = new RootCommand("MPP Digital: pengelolaan pemasangan")
        {
            json,
            new Command("tenants", "Daerah dan basis datanya")
            {
                TenantsList.Command(terminal, json),
                TenantsShow.Command(terminal, json),
                TenantsProvision.Command(terminal, json),
                TenantsMigrate.Command(terminal, json),
                TenantsCheck.Command(terminal, json),
                TenantsDomain.Command(terminal, json),
            },
            new Command("catalog", "Katalog layanan nasional")
            {
                CatalogValidate.Command(terminal, json),
                CatalogPublish.Command(terminal, json),
                CatalogConformance.Command(terminal, json),
                CatalogSchema.Command(terminal),
            },
            new Command("login", "Login nasional dan kliennya")
            {
                LoginClients.Command(terminal, json),
                LoginRegister.Command(terminal, json),
            },
            new Command("staff", "Petugas daerah") { StaffInvite.Command(terminal, json) },
            Export.Command(terminal, json),
            Breach.Command(terminal, json),
            new Command("calendar", "Kalender hari kerja") { CalendarDue.Command(terminal) },
            new Command("rules", "Aturan nomor, kode bayar, dan survei") { RulesCheck.Command(terminal) },
        };

        var parsed = root.Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, ct);
            return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : code;
        }
        catch (Exception e) when (e is DbException or OptionsValidationException)
        {
            // A server that is away or a wrong setting is for the operator; anything else is a bug and keeps its trace.
            return await terminal.RefuseAsync(Problems.Outage(e.Message.ReplaceLineEndings(" ")), parsed.GetValue(json));
        }
    }
}
