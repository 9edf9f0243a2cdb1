using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Demo;

/// <summary>
/// Makes the accounts of the demo where they are missing and writes all of them down for whoever tries the program. To be called only
/// where the demo is allowed: whoever reads that file can sign in as any of them.
/// </summary>
/// <param name="PaymentCallbackSecrets">Secret by slug, written into the same file.</param>
public sealed record SeedDemoAccounts(IReadOnlyDictionary<string, string> PaymentCallbackSecrets);

/// <param name="FilePath">Where the whole list lies, readable by its owner alone.</param>
public sealed record DemoAccounts(string Password, string FilePath, IReadOnlyList<DemoCitizen> Citizens, IReadOnlyList<DemoStaff> Staff);

/// <param name="Regency">Slug of the regency whose code begins the number.</param>
public sealed record DemoCitizen(string Sub, string Nik, string Name, string Regency);

/// <param name="Regency">Slug; null for the ministry.</param>
/// <param name="Role"><c>admin</c>, <c>officer</c>, <c>head</c>, <c>clerk</c>; at the ministry <c>analyst</c> or <c>catalog-owner</c>.</param>
/// <param name="Agency">Code as in the catalog; null where the role belongs to none.</param>
/// <param name="Totp">Secret of the second factor for an authenticator app; null where none is due.</param>
public sealed record DemoStaff(string Sub, string UserName, string Name, string? Regency, string Role, string? Agency, string? Totp);

internal sealed class SeedDemoAccountsHandler(
    IDbContextFactory<LoginDbContext> contexts,
    ITenantDirectory regencies,
    AccountSeal seal,
    IPasswordHasher<Account> hasher,
    DemoFile file,
    TimeProvider clock) : IUseCase<SeedDemoAccounts, DemoAccounts>
{
    public async Task<Outcome<DemoAccounts>> HandleAsync(SeedDemoAccounts input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var roster = new DemoRoster(regencies.All, DateOnly.FromDateTime(now));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.Accounts.Where(a => a.IsDemo).OrderBy(a => a.Id).Take(2000).ToDictionaryAsync(a => a.NikLookup ?? a.NormalizedUserName!, ct);

        // One hash for all: 700 of them would cost the start a minute, and the password is the same anyway.
        var kept = known.Count > 0 ? await file.ReadPasswordAsync(ct) : null;
        var password = kept ?? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(12));
        var hash = kept is not null ? known.Values.First().PasswordHash : hasher.HashPassword(known.Values.FirstOrDefault()!, password);
        if (kept is null)
        {
            foreach (var account in known.Values) account.PasswordHash = hash;
        }

        var citizens = new List<DemoCitizen>();
        foreach (var (person, regency) in roster.Citizens())
        {
            var lookup = await seal.LookupOfNikAsync(person.Nik, ct);
            if (!known.TryGetValue(lookup, out var account))
            {
                // Reserved for examples (RFC 2606), so that no message ever reaches a stranger.
                var data = new PersonalData(person.Nik, person.Name, person.BirthDate, $"+6281200{person.Nik[10..]}", $"warga{citizens.Count + 1:000}@warga.example");
                account = Add(Account.ForCitizen(Account.NewSub(), lookup, await seal.LookupOfPhoneAsync(data.Phone!, ct), await seal.SealAsync(data, ct), ProofOfPerson.Register, now));
            }

            citizens.Add(new DemoCitizen(account.Sub, person.Nik, person.Name, regency));
        }

        var staff = new List<DemoStaff>();
        foreach (var post in roster.Posts())
        {
            if (!known.TryGetValue(Account.NormalizeUserName(post.UserName), out var account))
            {
                var data = new PersonalData(null, post.Name, null, null, $"{post.UserName}@petugas.example");
                account = Add(Account.ForStaff(post.Sub, post.UserName, post.Regency?.Code.Code4, await seal.SealAsync(data, ct), now));
                if (post.NeedsCode)
                {
                    account.RequireStrongFactor();
                    account.UseTotp(await seal.SealSecretAsync(Totp.NewSecret(), ct), 0);
                }
            }

            var secret = account.TotpSealed is { } sealedSecret ? Totp.Base32(await seal.OpenSecretAsync(sealedSecret, ct)) : null;
            staff.Add(new DemoStaff(account.Sub, post.UserName, post.Name, post.Regency?.Slug, post.Role, post.Agency, secret));
        }

        await db.SaveChangesAsync(ct);
        var accounts = new DemoAccounts(password, file.Path, citizens, staff);
        await file.WriteAsync(accounts, input.PaymentCallbackSecrets, ct);
        return accounts;

        Account Add(Account account)
        {
            account.PasswordHash = hash;
            account.MarkAsDemo();
            db.Accounts.Add(account);
            return account;
        }
    }
}
