using System.Net;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>A citizen who forgot the password asks for a code. The answer is the same whether or not there is such an account.</summary>
/// <param name="Who">NIK or phone number, as typed.</param>
public sealed record BeginPasswordReset(string? Who, IPAddress? Address);

/// <param name="Handle">For <see cref="Sessions.ConfirmationCookie"/>.</param>
public sealed record ResetBegun(string Handle);

internal sealed class BeginPasswordResetHandler(
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Confirmations confirmations,
    AddressLimit limit) : IUseCase<BeginPasswordReset, ResetBegun>
{
    private const int PerAddress = 50;

    public async Task<Outcome<ResetBegun>> HandleAsync(BeginPasswordReset input, CancellationToken ct)
    {
        if (await limit.IsUsedUpAsync("reset", PerAddress, input.Address, ct)) return Problems.TooManyTries;
        if (string.IsNullOrWhiteSpace(input.Who)) return Problems.Invalid(new() { ["/who"] = [AccountTexts.Of(NikFault.Empty)] });
        await limit.NoteAsync("reset", input.Address, ct);

        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await CitizenNames.FindAsync(db, seal, input.Who, ct);
        if (account?.Standing != AccountStanding.Active) account = null;
        var person = account is null ? null : await seal.OpenAsync(account, ct);
        // To nobody: the limit then counts by what was typed, so that the limit itself tells nothing either.
        var to = (person?.Phone, person?.Email) switch
        {
            ({ } phone, _) when IndonesianPhone.TakesMessages(phone) => new CodeTargets(phone, null),
            (_, { } email) => new CodeTargets(null, email),
            _ => new CodeTargets(input.Who.Trim(), null, IsSilent: true),
        };
        var begun = await confirmations.BeginAsync(ConfirmationPurpose.ResetPassword, account?.Id, new ResetContent(account?.Sub), to, ct);
        return begun.Succeeded ? new ResetBegun(begun.Value) : begun.Problem;
    }
}

/// <param name="Sub">Null where there is nobody.</param>
internal sealed record ResetContent(string? Sub);
