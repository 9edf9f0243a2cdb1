using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>With which provider's agreement this regency is paid. The key is never shown.</summary>
public sealed record ReadPaymentAccount(StaffMember Staff);

/// <param name="Merchant">Empty where there is no agreement.</param>
/// <param name="IsDemo">Invented: no money moves.</param>
/// <param name="Callback">What the provider must be told, for it calls there.</param>
public sealed record PaymentAccountView(string Merchant, string Nmid, DateTimeOffset? ChangedAt, bool IsDemo, Uri Callback);

internal sealed class ReadPaymentAccountHandler(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, CurrentRegency current) : IUseCase<ReadPaymentAccount, PaymentAccountView>
{
    public async Task<Outcome<PaymentAccountView>> HandleAsync(ReadPaymentAccount input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var changed = await db.PaymentAccounts.AsNoTracking().Select(a => (DateTime?)a.ChangedAt).SingleOrDefaultAsync(ct);
        var merchant = await accounts.FindAsync(db, ct);
        return new PaymentAccountView(merchant?.Id ?? "", merchant?.Nmid ?? "", changed is { } at ? current.Value.Here(at) : null, changed is null && merchant is not null, accounts.Callback);
    }
}
