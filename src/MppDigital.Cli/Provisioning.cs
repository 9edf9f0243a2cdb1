using MppDigital.National.Seeding;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli;

/// <summary>Provision and migrate are one use case; they differ in whom they name.</summary>
internal static class Provisioning
{
    /// <param name="regencies">As given by the operator; null for all.</param>
    public static async Task<int> RunAsync(Terminal terminal, string[]? regencies, bool json, CancellationToken ct)
    {
        await using var deployment = Deployment.Open(terminal);
        try
        {
            var seed = Seed.Read(deployment.Platform.SeedDirectory);
            HashSet<string>? codes = regencies is null ? null : [];
            foreach (var given in regencies ?? [])
            {
                if (seed.Regencies.FirstOrDefault(r => r.Code.Value == given || r.Code.Code4 == given || r.Slug == given) is not { } found) return await terminal.RefuseAsync(Problems.UnknownRegency(given), json);
                codes?.Add(found.Code.Value);
            }

            var outcome = await deployment.Get<IUseCase<ProvisionDatabases, ProvisionReport>>().HandleAsync(new ProvisionDatabases(codes), ct);
            return outcome.Succeeded ? await ReportAsync(terminal, outcome.Value, json) : await terminal.RefuseAsync(outcome.Problem, json);
        }
        catch (SeedException e)
        {
            return await terminal.RefuseAsync(Problems.Seed(e.Message), json);
        }
    }

    private static async Task<int> ReportAsync(Terminal terminal, ProvisionReport report, bool json)
    {
        var counts = report.Databases.CountBy(d => d.State).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}");
        var failed = report.Failed.ToList();
        await terminal.WriteAsync(json, report.Databases, () => string.Join(Environment.NewLine, failed.Select(d => $"{d.Database}: {d.Detail}").Append(string.Join(", ", counts))));
        return ExitCode.Of(report.Databases.Count - failed.Count, failed.Count);
    }
}
