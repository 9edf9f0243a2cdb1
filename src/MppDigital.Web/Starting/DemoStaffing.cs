using Microsoft.Extensions.Options;
using MppDigital.Login.Demo;
using MppDigital.National.Ministry;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Provisioning;

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

    public static void AddDemoStaff(this IServiceCollection services) => services.AddSingleton<FirstStaff>(provider => ct => SeedAsync(provider, ct));

    private static async Task<ILookup<RegencyCode, SeatedPerson>> SeedAsync(IServiceProvider provider, CancellationToken ct)
    {
        await using var scope = provider.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var directory = services.GetRequiredService<ITenantDirectory>();
        if (!services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled) return Array.Empty<SeatedPerson>().ToLookup(_ => default(RegencyCode));
        var demo = await SeedAccountsAsync(services, ct);
        return demo.Staff.Where(s => s.Regency is not null).SelectMany(s => SeatsOf(s).Select(seat => (directory.FindBySlug(s.Regency!)!.Code, Seat: seat))).ToLookup(s => s.Code, s => s.Seat);
    }

    /// <summary>For a start that found all databases made, by an earlier one or by <c>mpp</c>.</summary>
    public static async Task EnsureAccountsAsync(IServiceProvider services, CancellationToken ct)
    {
        var data = services.GetRequiredService<IOptions<PlatformOptions>>().Value.DataDirectory;
        if (services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled && !File.Exists(Path.Combine(data, "demo.json"))) await SeedAccountsAsync(services, ct);
    }

    private static async Task<DemoAccounts> SeedAccountsAsync(IServiceProvider services, CancellationToken ct)
    {
        var demo = await services.GetRequiredService<IUseCase<SeedDemoAccounts, DemoAccounts>>().HandleAsync(new SeedDemoAccounts(new Dictionary<string, string>()), ct);
        await services.GetRequiredService<IUseCase<SeatMinistryOfficers, Done>>().HandleAsync(new SeatMinistryOfficers([.. demo.Value!.Staff.Where(s => s.Regency is null).Select(MinistrySeatOf)]), ct);
        return demo.Value;
    }

    private static MinistrySeat MinistrySeatOf(DemoStaff person) =>
        new(person.Sub, person.Name, person.Role == "analyst" ? MinistryRole.Analyst : MinistryRole.CatalogOwner);

    private static IEnumerable<SeatedPerson> SeatsOf(DemoStaff person)
    {
        var role = Enum.Parse<OfficerRole>(person.Role, ignoreCase: true);
        yield return new SeatedPerson(person.Sub, person.Name, role, person.Agency ?? "");
        if (role != OfficerRole.Officer || person.Agency is null) yield break;
        foreach (var agency in SharedSeats.GetValueOrDefault(person.Agency, [])) yield return new SeatedPerson(person.Sub, person.Name, role, agency);
    }
}
