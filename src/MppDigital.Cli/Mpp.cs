using System.CommandLine;
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
            new Command("calendar", "Kalender hari kerja") { CalendarDue.Command(terminal) },
            new Command("rules", "Aturan nomor, kode bayar, dan survei") { RulesCheck.Command(terminal) },
        };

        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, ct);
        return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : code;
    }
}
