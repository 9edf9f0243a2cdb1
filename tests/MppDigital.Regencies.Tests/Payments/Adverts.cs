using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Qris;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Payments;

/// <summary>People of Bukittinggi who put up advertisements: what they file costs a quarter of the rental value.</summary>
internal sealed class Adverts(TwoRegencies regencies)
{
    public const string Service = "DPM-RKL-01";

    /// <summary>120.5 m × 120.5 m for one day at Rp5.000: a quarter of 14,520.25 m² × the tariff, up to the next hundred.</summary>
    public const long FeeIdr = 18_150_400;

    public static readonly StaffMember Officer = new("dedi", "Dedi", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP")]) { HasFreshFactor = true };

    public static readonly StaffMember Tax = new("tina", "Tina", [new OfficerSeat(OfficerRole.Officer, "BAPENDA")]) { HasFreshFactor = true };

    public static readonly StaffMember Head = new("rina", "Rina", [new OfficerSeat(OfficerRole.Head, "")]) { HasFreshFactor = true };

    public static readonly StaffMember Admin = new("admin", "Admin", [new OfficerSeat(OfficerRole.Admin, "")]) { HasFreshFactor = true };

    public static Applicant Citizen(string sub) => new(sub, SyntheticPeople.NikOf("1375", 0), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");

    /// <summary>Filed with everything that is asked, so that it is complete at once and the fee is owed.</summary>
    public async Task<string> OweAsync(string sub)
    {
        var number = await FileAsync(sub);
        Assert.NotNull((await ReadAsync(sub, number)).FeeDueSince);
        return number;
    }

    public Task<PaymentView> BeginAsync(string sub, string number) => regencies.GetAsync<BeginPayment, PaymentView>(TwoRegencies.Bukittinggi, new BeginPayment(sub, number));

    public Task<PaymentView> SeeAsync(string sub, string number) => regencies.GetAsync<ReadPayment, PaymentView>(TwoRegencies.Bukittinggi, new ReadPayment(sub, number));

    public Task<ApplicationView> ReadAsync(string sub, string number) => regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(sub, number));

    public async Task<Outcome<OfficerView>> TryAsync<TMove>(string number, Func<DeskRequest, TMove> move, StaffMember by)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var version = (await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number)).Version;
        return await regencies.RunAsync<TMove, OfficerView>(TwoRegencies.Bukittinggi, move(new DeskRequest(by, number, version)));
    }

    public async Task DoAsync<TMove>(string number, Func<DeskRequest, TMove> move, StaffMember by)
    {
        var outcome = await TryAsync(number, move, by);
        Assert.True(outcome.Succeeded, $"{outcome.Problem?.Code} {string.Join(' ', outcome.Problem?.Errors.Keys ?? [])}");
    }

    /// <summary>Up to the head's desk.</summary>
    public async Task WorkAsync(string number)
    {
        await DoAsync(number, d => new ClaimApplication(d), Officer);
        await DoAsync(number, d => new VerifyApplication(d, Looked(WorkflowAction.Verify)), Officer);
        await DoAsync(number, d => new RecommendApplication(d, RecommendApplication.InFavour, Looked(WorkflowAction.Recommend)), Tax);
    }

    /// <summary>As the provider would call, signed.</summary>
    public async Task<Outcome<Done>> CallAsync(string reference, string status, long amount = FeeIdr, string provider = "", string? extra = null, TimeSpan late = default)
    {
        var at = regencies.Clock.GetUtcNow();
        var body = Encoding.UTF8.GetBytes($$"""{"reference":"{{reference}}","providerReference":"{{(provider.Length > 0 ? provider : await ProviderOfAsync(reference))}}","status":"{{status}}","amount":{{amount}},"at":"{{at:O}}"{{extra}}}""");
        return await regencies.RunAsync<ReceiveCallback, Done>(TwoRegencies.Bukittinggi, new ReceiveCallback(body, QrisSignature.Of(Secret(), body, at - late)));
    }

    /// <summary>Every account of the ledger with its balance; the accounts of all bills together always come to nothing.</summary>
    public async Task<Dictionary<LedgerAccount, long>> BalancesAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        Assert.Equal(0, await db.Ledger.SumAsync(e => e.AmountIdr));
        Assert.Empty(await db.Ledger.GroupBy(e => e.Source).Select(g => g.Sum(e => e.AmountIdr)).Where(s => s != 0).ToListAsync());
        var bill = await db.Bills.AsNoTracking().SingleAsync(b => b.Number == number);
        var sums = await db.Ledger.Where(e => e.BillId == bill.Id).GroupBy(e => e.Account).Select(g => new { g.Key, Sum = g.Sum(e => e.AmountIdr) }).ToDictionaryAsync(g => g.Key, g => g.Sum);
        return Enum.GetValues<LedgerAccount>().ToDictionary(a => a, a => sums.GetValueOrDefault(a));
    }

    public string Secret()
    {
        using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        return scope.ServiceProvider.GetRequiredService<DemoMerchants>().Find("1375").Secret;
    }

    private static StageReport Looked(WorkflowAction at) => new("", [.. SeedData.Service(Service).Workflow.Where(s => s.Action == at).SelectMany(s => s.Checklist).Select(c => c.Code)]);

    private async Task<string> ProviderOfAsync(string reference)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await db.Payments.Where(p => p.Reference == reference).Select(p => p.ProviderReference).SingleOrDefaultAsync() ?? $"P-{reference}";
    }

    public async Task<string> FileAsync(string sub, RegencyCode? where = null)
    {
        var (regency, citizen) = (where ?? TwoRegencies.Bukittinggi, Citizen(sub));
        var definition = SeedData.Service(Service);
        var given = new List<GivenDocument>();
        foreach (var requirement in (string[])["gambar", "lokasi", "npwpd"])
        {
            using var picture = new MemoryStream(SampleFiles.Png());
            given.Add(new GivenDocument(requirement, (await regencies.GetAsync<UploadDocument, UploadedDocument>(regency, new UploadDocument(sub, picture, requirement))).Id));
        }

        var answers = SampleAnswers.Asked(definition, DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["npwpd"] = "P.2.0001234.05.001";
        return (await regencies.GetAsync<SubmitApplication, Receipt>(regency, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), Service, JsonSerializer.SerializeToElement(answers), given, null))).Number;
    }
}
