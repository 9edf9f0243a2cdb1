using System.Net;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Counter;

/// <summary>The code printed at the counter sets a password, once.</summary>
public sealed record UsePrintedCode(string? Nik, string? Code, string? Password, IPAddress? Address);

internal sealed class UsePrintedCodeHandler(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, Passwords passwords, AttemptCounter attempts, AddressLimit limit, TimeProvider clock)
    : IUseCase<UsePrintedCode, Done>
{
    private const int PerAddress = 50;

    private const int Tries = 5;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task<Outcome<Done>> HandleAsync(UsePrintedCode input, CancellationToken ct)
    {
        if (await limit.IsUsedUpAsync("printed", PerAddress, input.Address, ct)) return Problems.TooManyTries;
        if (PasswordRules.Fault(input.Password, null) is { } weak) return Problems.Invalid(new() { ["/password"] = [weak] });
        var nik = NikInput.Of(input.Nik);
        if (nik.Length != 16 || !nik.All(char.IsAsciiDigit)) return Problems.Invalid(new() { ["/nik"] = [AccountTexts.Of(NikFault.Length)] });
        if (await attempts.IsUsedUpAsync($"printed {nik}", Tries, Hour, ct)) return Problems.TooManyProofs;

        var hash = await passwords.HashAsync(input.Password!, ct);
        if (!hash.Succeeded) return hash.Problem;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lookup = await seal.LookupOfNikAsync(nik, ct);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NikLookup == lookup && a.Standing == AccountStanding.Active, ct);
        if (account is not null && PasswordRules.Fault(input.Password, await seal.OpenAsync(account, ct)) is { } personal) return Problems.Invalid(new() { ["/password"] = [personal] });
        var code = account is null || Crockford.Normalise(input.Code ?? "") is not { } typed ? null : await seal.HashRecoveryCodeAsync(account, typed, ct);
        // Taken by the row count: the slip works once, whoever comes first.
        if (account is null || code is null || await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.ForFirstUse && c.CodeHash == code && c.ExpiresAt > now).ExecuteDeleteAsync(ct) == 0)
        {
            await attempts.NoteAsync($"printed {nik}", Hour, ct);
            await limit.NoteAsync("printed", input.Address, ct);
            return Problems.PrintedCodeWrong;
        }

        account.PasswordHash = hash.Value;
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.PasswordReset, now));
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
