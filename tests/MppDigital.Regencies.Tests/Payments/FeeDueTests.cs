using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National;
using MppDigital.National.Catalog;
using MppDigital.National.Snapshots;
using MppDigital.National.Stamps;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Payments;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Payments;

/// <summary>What waits for the money is the definition's word: the work, the decision or the document; and a correction may make the fee another.</summary>
public sealed class FeeDueTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    /// <summary>241 m × 120.5 m: a quarter of the rental value, up to the next hundred.</summary>
    private const long TwiceAsLongIdr = 36_300_700;

    private static int versions = 1;

    private readonly Adverts adverts = new(regencies);

    [Fact]
    public async Task Nobody_takes_a_file_whose_fee_comes_before_the_work()
    {
        await PublishAsync(FeeDue.BeforeWork);
        var number = await adverts.OweAsync("before work");

        Assert.Equal("fee-not-paid", (await adverts.TryAsync(number, d => new ClaimApplication(d), Adverts.Officer)).Problem!.Code);
        await PayAsync("before work", number);

        await adverts.WorkAsync(number);
    }

    [Fact]
    public async Task A_fee_before_the_handover_is_owed_from_the_approval_on_and_holds_back_the_document_alone()
    {
        await PublishAsync(FeeDue.BeforeHandover);
        var number = await adverts.FileAsync("handover");
        Assert.Null((await adverts.ReadAsync("handover", number)).FeeDueSince);
        await adverts.WorkAsync(number);
        await adverts.DoAsync(number, d => new ApproveApplication(d), Adverts.Head);

        Assert.NotNull((await adverts.ReadAsync("handover", number)).FeeDueSince);
        Assert.Equal("fee-not-paid", (await DocumentAsync("handover", number)).Problem!.Code);
        await PayAsync("handover", number);

        Assert.True((await DocumentAsync("handover", number)).Succeeded);
    }

    [Fact]
    public async Task A_correction_that_raises_the_fee_asks_for_the_rest_and_one_that_lowers_it_gives_back()
    {
        await PublishAsync(FeeDue.BeforeDecision);
        var number = await adverts.OweAsync("corrected");
        await PayAsync("corrected", number);

        await CorrectAsync("corrected", number, 241);
        var more = await adverts.SeeAsync("corrected", number);
        Assert.Equal(("due", TwiceAsLongIdr - Adverts.FeeIdr), (more.State, more.Amount));
        Assert.Equal("fee-not-paid", await RefusalOfApprovalAsync(number));
        await PayAsync("corrected", number);
        await CorrectAsync("corrected", number, 120.5m);

        Assert.Null((await adverts.ReadAsync("corrected", number)).FeeDueSince);
        var balances = await adverts.BalancesAsync(number);
        Assert.Equal((TwiceAsLongIdr, -Adverts.FeeIdr, Adverts.FeeIdr - TwiceAsLongIdr), (balances[LedgerAccount.Clearing], balances[LedgerAccount.Revenue], balances[LedgerAccount.Deposits]));
    }

    private async Task<string?> RefusalOfApprovalAsync(string number)
    {
        await adverts.WorkAsync(number);
        return (await adverts.TryAsync(number, d => new ApproveApplication(d), Adverts.Head)).Problem?.Code;
    }

    private async Task PayAsync(string sub, string number)
    {
        var bill = await adverts.BeginAsync(sub, number);
        Assert.True((await adverts.CallAsync(bill.Reference!, "paid", bill.Amount)).Succeeded);
    }

    /// <summary>Sent back by the office, and answered with another length.</summary>
    private async Task CorrectAsync(string sub, string number, decimal length)
    {
        await adverts.DoAsync(number, d => new ReturnApplication(d, "Panjang reklame belum sesuai.", ["ukuran_p"]), Adverts.Officer);
        await regencies.GetAsync<CorrectApplication, ApplicationView>(TwoRegencies.Bukittinggi, new CorrectApplication(Adverts.Citizen(sub), number, JsonSerializer.SerializeToElement(new { ukuran_p = length }), []));
    }

    private Task<Outcome<IssuedFile>> DocumentAsync(string sub, string number) => regencies.RunAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(sub, number));

    private async Task PublishAsync(FeeDue due)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        var services = scope.ServiceProvider;
        var definition = SeedData.Service(Adverts.Service);
        await using var db = await services.GetRequiredService<IDbContextFactory<NationalDbContext>>().CreateDbContextAsync();
        db.Add(ServiceVersionRow.Publish(definition with { Fee = definition.Fee with { Due = due } }, Interlocked.Increment(ref versions), regencies.Clock.UtcNow));
        await StampRow.BumpAsync(db, StampRow.Catalog, CancellationToken.None);
        await db.SaveChangesAsync();
        await services.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
    }
}
