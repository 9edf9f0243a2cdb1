using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National;
using MppDigital.National.Ministry;
using MppDigital.National.Tips;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

public sealed partial class ComplaintFlowTests
{
    private const string Broker = "Pak Calo Bertopi Merah";

    [Fact]
    public async Task A_tip_opens_by_no_key_of_a_regency_and_by_no_single_person()
    {
        var first = Ministry with { HasFreshFactor = true };
        var second = new MinistryStaff("pusat-2", "Bima", [MinistryRole.CatalogOwner]) { HasFreshFactor = true };
        var third = new MinistryStaff("pusat-3", "Citra", [MinistryRole.CatalogOwner]) { HasFreshFactor = true };
        var tip = new SendTip(TwoRegencies.Bukittinggi, Guid.NewGuid().ToString("N"), $"{Broker} meminta Rp200.000 di depan loket SIM.", "Depan loket", "");
        var receipt = await regencies.GetAsync<SendTip, TipReceipt>(TwoRegencies.Bukittinggi, tip);
        Assert.Equal(receipt, await regencies.GetAsync<SendTip, TipReceipt>(TwoRegencies.Bukittinggi, tip));

        await using (var scope = regencies.Enter(TwoRegencies.Bukittinggi))
        {
            await using var db = await ContextAsync(scope);
            await db.Identity.SingleAsync();
            await using var national = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<NationalDbContext>>().CreateDbContextAsync();
            var stored = await national.Tips.AsNoTracking().SingleAsync(t => t.Number == receipt.Number);
            var regency = scope.ServiceProvider.GetRequiredService<RegencySecrets>().Cipher;
            Assert.ThrowsAny<CryptographicException>(() => regency.Decrypt(TipSecrets.Content, stored.Content));
            Assert.DoesNotContain(Broker, Encoding.UTF8.GetString(stored.Content), StringComparison.Ordinal);
            Assert.False(await db.Outbox.AnyAsync(o => o.Payload.Contains(receipt.Number)));
        }

        Task<string?> Refused<TInput>(TInput input) => RefusedAsync<TInput, TipSheet>(input);
        async Task<TipContent?> Read(MinistryStaff who) => (await regencies.GetAsync<ReadTip, TipSheet>(TwoRegencies.Bukittinggi, new ReadTip(who, receipt.Number))).Content;
        Assert.Equal("illegal-transition", await Refused(new OpenTip(second, receipt.Number)));
        Assert.Null(await Refused(new AskToOpenTip(first, receipt.Number, "Tiga laporan serupa minggu ini.")));
        Assert.Equal("second-person-needed", await Refused(new OpenTip(first, receipt.Number)));
        Assert.Null(await Read(first));
        Assert.Equal("step-up-required", await Refused(new OpenTip(second with { HasFreshFactor = false }, receipt.Number)));
        Assert.Null(await Refused(new OpenTip(second, receipt.Number)));
        Assert.Contains(Broker, (await Read(first))!.What, StringComparison.Ordinal);
        Assert.Contains(Broker, (await Read(second))!.What, StringComparison.Ordinal);
        Assert.Null(await Read(third));
        Assert.Equal("not-one-of-the-two", await Refused(new CloseTip(third, receipt.Number, "Sudah ditangani bersama kepolisian.")));
        Assert.Null(await Refused(new CloseTip(first, receipt.Number, "Sudah ditangani bersama kepolisian.")));

        Assert.Equal(("closed", "Sudah ditangani bersama kepolisian."), (await regencies.GetAsync<LookUpTip, TipState>(TwoRegencies.Padang, new LookUpTip(receipt.Number, receipt.Secret))) is var state ? (state.State, state.Outcome) : default);
        Assert.Equal("unknown-number-or-secret", (await regencies.RunAsync<LookUpTip, TipState>(TwoRegencies.Padang, new LookUpTip(receipt.Number, "000000000000"))).Problem?.Code);
    }

    private async Task<string?> RefusedAsync<TInput, TResult>(TInput input) => (await regencies.RunAsync<TInput, TResult>(TwoRegencies.Bukittinggi, input)).Problem?.Code;
}
