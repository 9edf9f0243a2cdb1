using System.CommandLine;
using MppDigital.Platform.Persistence;

namespace MppDigital.Cli.Verbs;

/// <summary>Opens every database and compares its owner, key and schema. Changes nothing.</summary>
internal static class TenantsCheck
{
    private const int AtOnce = 4;

    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var command = new Command("check", "Memeriksa setiap basis data: pemilik, kunci, skema");
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is not { } registry) return await terminal.RefuseAsync(Problems.NotProvisioned, json);

        var existing = await deployment.Get<IDatabaseEngine>().ListAsync(ct);
        var states = new DatabaseState[registry.All.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, states.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (at, token) =>
            states[at] = await deployment.StateOfAsync(registry.All[at], existing, token));
        List<DatabaseState> rows = [.. await deployment.CentralStatesAsync(existing, ct), .. states];
        var unsound = rows.Where(s => s.State != DatabaseState.Sound).ToList();
        await terminal.WriteAsync(json, rows, () => unsound.Count == 0
            ? $"{rows.Count} basis data, semua baik"
            : Table.Text(unsound, ("basis data", s => s.Database), ("keadaan", s => s.State), ("keterangan", s => s.Detail)));
        return ExitCode.Of(rows.Count - unsound.Count, unsound.Count);
    }
}
