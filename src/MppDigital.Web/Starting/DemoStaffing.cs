using Microsoft.Extensions.Options;
using MppDigital.Login.Demo;
using MppDigital.National.Ministry;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.Starting;

/// <summary>Accounts in the login, seats in the regencies: the demo's staff needs both.</summary>
internal static class DemoStaffing
{
    // In a small town one officer serves several agencies; so every service of the demo finds somebody.
    private static readonly Dictionary<string, string[]> SharedSeats = new()
    {
        ["DPMPTSP"] = ["BAPENDA", "DISNAKER", "PDAM", "DPUPR", "DLH"],
        ["DINKES"] = ["DUKCAPIL", "DISDIK", "DINSOS"],
    };

    public static async Task SeedAsync(IServiceProvider services, ProvisionReport report, CancellationToken ct)
    {
        // Nothing new was made, and the file of an earlier start is there: everybody has account and seat already.
        var data = services.GetRequiredService<IOptions<PlatformOptions>>().Value.DataDirectory;
        if (report.Databases.All(d => d.State != "created") && File.Exists(Path.Combine(data, "demo.json"))) return;
        var demo = await services.GetRequiredService<IUseCase<SeedDemoAccounts, DemoAccounts>>().HandleAsync(new SeedDemoAccounts(new Dictionary<string, string>()), ct);
        var scopes = services.GetRequiredService<IRegencyScopes>();
        var directory = services.GetRequiredService<ITenantDirectory>();
        var made = report.Databases.Where(d => d.State == "created").Select(d => d.Database).ToHashSet();
        var byRegency = demo.Value!.Staff.Where(s => s.Regency is not null).GroupBy(s => s.Regency!).Select(g => (Regency: directory.FindBySlug(g.Key)!, People: g)).Where(g => made.Contains(g.Regency.Database));
        await services.GetRequiredService<IUseCase<SeatMinistryOfficers, Done>>().HandleAsync(new SeatMinistryOfficers([.. demo.Value.Staff.Where(s => s.Regency is null).Select(MinistrySeatOf)]), ct);
        await Parallel.ForEachAsync(byRegency, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (group, token) =>
        {
            await using var scope = scopes.For(group.Regency.Code);
            await scope.ServiceProvider.GetRequiredService<IUseCase<SeatOfficers, Done>>().HandleAsync(new SeatOfficers([.. group.People.SelectMany(SeatsOf)]), token);
        });
    }

    private static MinistrySeat MinistrySeatOf(MppDigital.Login.Demo.DemoStaff person) =>
        new(person.Sub, person.Name, person.Role == "analyst" ? MinistryRole.Analyst : MinistryRole.CatalogOwner);

    private static IEnumerable<SeatedPerson> SeatsOf(MppDigital.Login.Demo.DemoStaff person)
    {
        var role = Enum.Parse<OfficerRole>(person.Role, ignoreCase: true);
        yield return new SeatedPerson(person.Sub, person.Name, role, person.Agency ?? "");
        if (role != OfficerRole.Officer || person.Agency is null) yield break;
        foreach (var agency in SharedSeats.GetValueOrDefault(person.Agency, [])) yield return new SeatedPerson(person.Sub, person.Name, role, agency);
    }
}
