using System.Net;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>
/// A citizen asks for the one account that every regency knows: the civil register is asked, and codes go to phone and e-mail. There is
/// no account before they are typed (<see cref="ConfirmRegistration"/>).
/// </summary>
/// <param name="BirthDate">Null when what was typed is no date.</param>
/// <param name="Email">May be empty: many people have none.</param>
public sealed record RegisterAccount(string? Nik, string? Name, DateOnly? BirthDate, string? MotherName, string? Phone, string? Email, string? Password, IPAddress? Address);

/// <param name="Handle">For a cookie of this browser.</param>
/// <param name="IsOpen">The civil register did not answer: the account will begin unverified.</param>
public sealed record RegistrationStarted(string Handle, bool IsOpen);

internal sealed class RegisterAccountHandler(
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Passwords passwords,
    CivilCheck register,
    Confirmations confirmations,
    AttemptCounter attempts,
    AddressLimit limit,
    AccountNotices notices,
    TimeProvider clock) : IUseCase<RegisterAccount, RegistrationStarted>
{
    public const int LongestName = 100;

    public const int LongestEmail = 254;

    private const int PerAddress = 50;

    /// <summary>Otherwise a stranger could try out mothers' names.</summary>
    private const int ProofsPerHour = 5;

    /// <summary>The owner's own registration is one of them.</summary>
    private const int BeginsToldPerHour = 2;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task<Outcome<RegistrationStarted>> HandleAsync(RegisterAccount input, CancellationToken ct)
    {
        if (await limit.IsUsedUpAsync("register", PerAddress, input.Address, ct)) return Problems.TooManyTries;
        var faults = new Dictionary<string, string[]>();
        var person = Check(input, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7)), faults);
        if (faults.Count > 0) return Problems.Invalid(faults);

        await limit.NoteAsync("register", input.Address, ct);
        if (await attempts.IsUsedUpAsync($"proof {person.Nik}", ProofsPerHour, Hour, ct)) return Problems.TooManyProofs;
        var answer = await register.AskAsync(person, ct);
        if (answer == CivilAnswer.Differs)
        {
            await attempts.NoteAsync($"proof {person.Nik}", Hour, ct);
            return Problems.PersonDiffers;
        }

        var hash = await passwords.HashAsync(input.Password!, ct);
        if (!hash.Succeeded) return hash.Problem;

        // From here on the answer is the same whether or not the NIK has an account: only its owner is told.
        var isOpen = answer == CivilAnswer.None;
        var owner = await FindOwnerAsync(person.Nik!, isOpen, ct);
        var content = new RegistrationContent(isOpen ? person : person with { MotherName = null }, hash.Value, isOpen);
        var begun = await confirmations.BeginAsync(ConfirmationPurpose.Register, null, content, new CodeTargets(person.Phone, person.Email, IsSilent: owner is not null), ct);
        if (!begun.Succeeded) return begun.Problem;
        // Counted for everybody, so that it costs everybody the same; a stranger must not fill somebody's phone with messages.
        var begins = $"begun {person.Nik}";
        var mayTell = !await attempts.IsUsedUpAsync(begins, BeginsToldPerHour, Hour, ct);
        await attempts.NoteAsync(begins, Hour, ct);
        if (owner is not null && mayTell) await notices.SendAsync(owner, "AlreadyRegistered", ct);
        return new RegistrationStarted(begun.Value, isOpen);
    }

    /// <summary>An account that nobody has confirmed gives way to somebody whom the register knows.</summary>
    private async Task<Account?> FindOwnerAsync(string nik, bool isOpen, CancellationToken ct)
    {
        var lookup = await seal.LookupOfNikAsync(nik, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NikLookup == lookup && (isOpen || a.Proof != ProofOfPerson.Open), ct);
    }

    private static PersonalData Check(RegisterAccount input, DateOnly today, Dictionary<string, string[]> faults)
    {
        var nik = NikInput.Of(input.Nik);
        var name = (input.Name ?? "").Trim();
        var mother = (input.MotherName ?? "").Trim();
        var email = (input.Email ?? "").Trim();
        var nikFault = Nik.FaultOf(nik, today);
        if (nikFault is { } fault) Note("nik", AccountTexts.Of(fault));
        if (!IsName(name)) Note("name", AccountTexts.Name);
        if (!IsName(mother)) Note("motherName", AccountTexts.MotherName);
        if (input.BirthDate is not { } birth || birth > today || birth.Year < 1900) Note("birthDate", AccountTexts.BirthDate);
        else if (nikFault is null && Nik.BirthDateOf(nik, today) is { } inNik && (inNik.Day, inNik.Month, inNik.Year % 100) != (birth.Day, birth.Month, birth.Year % 100)) Note("birthDate", AccountTexts.BirthDateOfNik);
        if (!IndonesianPhone.TryNormalize(input.Phone, out var phone) || !IndonesianPhone.TakesMessages(phone)) Note("phone", AccountTexts.Phone);
        if (email.Length > 0 && !IsEmail(email)) Note("email", AccountTexts.Email);
        var person = new PersonalData(nik, name, input.BirthDate, phone, email.Length > 0 ? email : null) { MotherName = mother };
        if (PasswordRules.Fault(input.Password, person) is { } weak) Note("password", weak);
        return person;

        void Note(string field, string text) => faults["/" + field] = [text];
    }

    private static bool IsName(string name) => name.Length is >= 2 and <= LongestName && UnicodeText.IsPlain(name) && name.Any(char.IsLetter);

    internal static bool IsEmail(string email) =>
        email.Length <= LongestEmail && UnicodeText.IsPlain(email) && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal);
}

/// <summary>What becomes an account once the codes are typed.</summary>
internal sealed record RegistrationContent(PersonalData Person, string PasswordHash, bool IsOpen);
