using System.CommandLine;
using MppDigital.National.Catalog.Definitions;

namespace MppDigital.Cli.Verbs;

/// <summary>Writes the JSON Schema of a definition, for the editors of those who write them. Needs no database.</summary>
internal static class CatalogSchema
{
    public static Command Command(Terminal terminal)
    {
        var command = new Command("schema", "Skema JSON definisi layanan");
        command.SetAction(async (_, _) =>
        {
            await using var deployment = Deployment.Open(terminal);
            await terminal.Out.WriteLineAsync(DefinitionSchema.Write(deployment.Platform.PublicOrigin));
            return ExitCode.Done;
        });
        return command;
    }
}
