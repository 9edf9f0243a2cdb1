using System.CommandLine;

namespace MppDigital.Cli.Verbs;

/// <summary>Brings every database of the deployment to the schema of this program.</summary>
internal static class TenantsMigrate
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var command = new Command("migrate", "Memutakhirkan skema semua basis data");
        command.SetAction((parsed, ct) => Provisioning.RunAsync(terminal, null, parsed.GetValue(json), ct));
        return command;
    }
}
