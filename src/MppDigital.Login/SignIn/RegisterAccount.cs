using System.Net;
using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>A citizen makes the one account that every regency knows.</summary>
/// <param name="BirthDate">Null when what was typed is no date.</param>
public sealed record RegisterAccount(string? Nik, string? Name, DateOnly? BirthDate, string? Phone, string? Email, string? Password, IPAddress? Address);

/// <param name="Cookie">Of the session that begins at once.</param>
public sealed record RegisteredAccount(string Sub, string Cookie);

internal sealed class RegisterAccountHandler(
    IDbContextFactory<LoginDbContext> contexts,
    IDatabaseEngine engine,
    AccountSeal seal,
    IPasswordHasher<Account> hasher,
    AddressLimit limit,
    SessionStart sessions,
    TimeProvider clock) : IUseCase<RegisterAccount, RegisteredAccount>
{
    public const int LongestName = 100;

    public const int LongestEmail = 254;

    private const int PerAddress = 50;

    public async Task<Outcome<RegisteredAccount>> HandleAsync(RegisterAccount input, CancellationToken ct)
    {
        if (await limit.IsUsedUpAsync("register", PerAddress, input.Address, ct)) return Problems.TooManyTries;
        var now = clock.GetUtcNow().UtcDateTime;
        var faults = new Dictionary<string, string[]>();
        var person = Check(input, DateOnly.FromDateTime(now.AddHours(7)), faults);
        if (faults.Count > 0) return Problems.Invalid(faults);

        await limit.NoteAsync("register", input.Address, ct);
        var account = Account.ForCitizen(Account.NewSub(), await seal.LookupOfNikAsync(person.Nik!, ct), await seal.SealAsync(person, ct), now);
        account.PasswordHash = hasher.HashPassword(account, input.Password!);
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Accounts.Add(account);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return Problems.NikTaken;
        }

        return new RegisteredAccount(account.Sub, await sessions.StartAsync(account.Id, hasSecondFactor: false, ct));
    }

    private static PersonalData Check(RegisterAccount input, DateOnly today, Dictionary<string, string[]> faults)
    {
        var nik = (input.Nik ?? "").Replace(" ", "", StringComparison.Ordinal).Trim();
        var name = (input.Name ?? "").Trim();
        var email = (input.Email ?? "").Trim();
        var nikFault = Nik.FaultOf(nik, today);
        if (nikFault is { } fault) Note("nik", AccountTexts.Of(fault));
        if (name.Length is < 2 or > LongestName || name.Any(char.IsControl) || !name.Any(char.IsLetter)) Note("name", AccountTexts.Name);
        if (input.BirthDate is not { } birth || birth > today || birth.Year < 1900) Note("birthDate", AccountTexts.BirthDate);
        else if (nikFault is null && Nik.BirthDateOf(nik, today) is { } inNik && (inNik.Day, inNik.Month, inNik.Year % 100) != (birth.Day, birth.Month, birth.Year % 100)) Note("birthDate", AccountTexts.BirthDateOfNik);
        if (!IndonesianPhone.TryNormalize(input.Phone, out var phone)) Note("phone", AccountTexts.Phone);
        if (email.Length > LongestEmail || !MailAddress.TryCreate(email, out var address) || address.Address != email || !address.Host.Contains('.', StringComparison.Ordinal)) Note("email", AccountTexts.Email);
        if (PasswordRules.Fault(input.Password, nik, name) is { } weak) Note("password", weak);
        return new PersonalData(nik, name, input.BirthDate, phone, email);

        void Note(string field, string text) => faults["/" + field] = [text];
    }
}
