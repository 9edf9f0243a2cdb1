using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Identification;

namespace MppDigital.Login.Accounts;

/// <summary>Makes the codes that open an account when the authenticator is lost; they are shown once and stored as keyed hashes.</summary>
internal sealed class RecoveryCodes(AccountSeal seal)
{
    public const int Length = 12;

    private const int Count = 10;

    /// <summary>Puts ten new ones in the place of all that were; the caller saves.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(LoginDbContext db, Account account, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id && !c.ForFirstUse).ExecuteDeleteAsync(ct);
        var codes = Enumerable.Range(0, Count).Select(_ => Crockford.New(Length)).ToList();
        foreach (var code in codes) db.RecoveryCodes.Add(RecoveryCode.SecondFactor(account.Id, await seal.HashRecoveryCodeAsync(account, code, ct)));
        return [.. codes.Select(Crockford.Grouped)];
    }
}
