using Microsoft.Extensions.Options;
using MppDigital.Connectors.Qris;
using MppDigital.Login.Demo;
using MppDigital.National.Ministry;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
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

    public static void AddDemoStaff(this IServiceCollection services)
    {
        services.AddSingleton<FirstStaff>(provider => ct => SeatsAsync(provider, ct));
        services.AddSingleton<IProvisioningStep, DemoAccountsStep>();
    }

    /// <summary>Also for a start that found all databases made, by an earlier one or by <c>mpp</c>.</summary>
    public static async Task EnsureAccountsAsync(IServiceProvider services, CancellationToken ct)
    {
        var data = services.GetRequiredService<IOptions<PlatformOptions>>().Value.DataDirectory;
        if (!IsDemo(services) || File.Exists(Path.Combine(data, "demo.json"))) return;
        await services.GetRequiredService<IUseCase<SeatMinistryOfficers, Done>>().HandleAsync(new SeatMinistryOfficers([.. (await StaffAsync(services, ct)).Where(s => s.Regency is null).Select(MinistrySeatOf)]), ct);
        await services.GetRequiredService<IUseCase<SeedDemoAccounts, DemoAccounts>>().HandleAsync(new SeedDemoAccounts(CallbackSecrets(services)), ct);
    }

    private static Dictionary<string, string> CallbackSecrets(IServiceProvider services)
    {
        var merchants = services.GetRequiredService<DemoMerchants>();
        return services.GetRequiredService<ITenantDirectory>().All.ToDictionary(r => r.Slug, r => merchants.Find(r.Code.Code4).Secret);
    }

    private static async Task<ILookup<RegencyCode, SeatedPerson>> SeatsAsync(IServiceProvider provider, CancellationToken ct)
    {
        await using var scope = provider.CreateAsyncScope();
        var staff = IsDemo(provider) ? await StaffAsync(scope.ServiceProvider, ct) : [];
        return staff.Where(s => s.Regency is not null).SelectMany(s => SeatsOf(s).Select(seat => (s.Regency!.Code, Seat: seat))).ToLookup(s => s.Code, s => s.Seat);
    }

    private static bool IsDemo(IServiceProvider services) => services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled;

    private static async Task<IReadOnlyList<DemoSeat>> StaffAsync(IServiceProvider services, CancellationToken ct) =>
        (await services.GetRequiredService<IUseCase<ListDemoStaff, IReadOnlyList<DemoSeat>>>().HandleAsync(new ListDemoStaff(), ct)).Value!;

    private static MinistrySeat MinistrySeatOf(DemoSeat person) =>
        new(person.Sub, person.Name, person.Role == "analyst" ? MinistryRole.Analyst : MinistryRole.CatalogOwner);

    private static IEnumerable<SeatedPerson> SeatsOf(DemoSeat person)
    {
        var role = Enum.Parse<OfficerRole>(person.Role, ignoreCase: true);
        yield return new SeatedPerson(person.Sub, person.Name, role, person.Agency ?? "");
        if (role != OfficerRole.Officer || person.Agency is null) yield break;
        foreach (var agency in SharedSeats.GetValueOrDefault(person.Agency, [])) yield return new SeatedPerson(person.Sub, person.Name, role, agency);
    }

    /// <summary>Seven hundred accounts take as long as a hundred databases, so they are written beside them.</summary>
    private sealed class DemoAccountsStep(IServiceScopeFactory scopes) : IProvisioningStep
    {
        public bool NeedsRegistry => true;

        public async Task<IReadOnlyList<ProvisionedDatabase>> RunAsync(ProvisionDatabases order, CancellationToken ct)
        {
            await using var scope = scopes.CreateAsyncScope();
            await EnsureAccountsAsync(scope.ServiceProvider, ct);
            return [];
        }

        public Task<string?> FindGapAsync(CancellationToken ct) => Task.FromResult<string?>(null);
    }
}
