using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>Writes down the regency's agreement with its payment provider; without one nothing can be paid by code outside the demo.</summary>
/// <param name="Secret">Signs calls in both directions; stored encrypted, never shown again.</param>
public sealed record SetPaymentAccount(StaffMember Staff, string Merchant, string Nmid, string Secret)
{
    public override string ToString() => "payment account";
}

internal sealed class SetPaymentAccountHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, TimeProvider clock) : IUseCase<SetPaymentAccount, Done>
{
    private const int LongestMerchant = 40;

    public async Task<Outcome<Done>> HandleAsync(SetPaymentAccount input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        var faults = new List<(string, string)>();
        if (input.Merchant.Length is 0 or > LongestMerchant || !input.Merchant.All(c => c is > ' ' and <= '~')) faults.Add(("/merchant", $"Tulis nomor pedagang dari penyedia, 1 sampai {LongestMerchant} tanda tanpa spasi."));
        if (input.Nmid is not ['I', 'D', .. { Length: 13 } digits] || !digits.All(char.IsAsciiDigit)) faults.Add(("/nmid", "Tulis NMID: ID diikuti 13 angka."));
        if (input.Secret.Length is < 32 or > 200 || !input.Secret.All(c => c is > ' ' and <= '~')) faults.Add(("/secret", "Tulis kunci dari penyedia, 32 sampai 200 tanda tanpa spasi."));
        if (faults.Count > 0) return Problems.Unreadable(faults);
        if (!input.Staff.HasFreshFactor) return StepUp.Required;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var account = await db.PaymentAccounts.SingleOrDefaultAsync(ct) ?? db.PaymentAccounts.Add(new PaymentAccount()).Entity;
        var now = clock.GetUtcNow().UtcDateTime;
        (account.Merchant, account.Nmid, account.Secret, account.ChangedAt) = (input.Merchant, input.Nmid, secrets.Seal("payment-secret", input.Secret), now);
        await AuditTrail.AppendAsync(db, "payments", "payment-account-set", input.Staff.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return default(Done);
    }
}
