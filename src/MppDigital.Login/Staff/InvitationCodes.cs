using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Keys;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Staff;

/// <summary>From a typed code to its invitation. A code is 60 random bits, so guessing is slowed by network and nothing more.</summary>
internal sealed class InvitationCodes(IDbContextFactory<LoginDbContext> contexts, LoginCipher cipher, AddressLimit limit, TimeProvider clock)
{
    public const int Length = 12;

    private const string DataPurpose = "staff-invitation";

    private const int FailuresPerAddress = 20;

    /// <param name="typed">However it was typed.</param>
    public async Task<Outcome<StaffInvitation>> FindAsync(string? typed, IPAddress? address, CancellationToken ct)
    {
        if (await limit.IsUsedUpAsync("invitation", FailuresPerAddress, address, ct)) return Problems.TooManyTries;
        var now = clock.GetUtcNow().UtcDateTime;
        if (Crockford.Normalise(typed ?? "") is { Length: Length } code)
        {
            var hash = await HashAsync(code, ct);
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.StaffInvitations.AsNoTracking().FirstOrDefaultAsync(i => i.CodeHash == hash && i.ExpiresAt > now, ct) is { } invitation) return invitation;
        }

        await limit.NoteAsync("invitation", address, ct);
        return Problems.InvitationWrong;
    }

    public async ValueTask<string> HashAsync(string code, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("staff-invitation", code);

    public async ValueTask<byte[]> SealAsync(PersonalData person, CancellationToken ct) => (await cipher.OpenAsync(ct)).Encrypt(DataPurpose, JsonSerializer.SerializeToUtf8Bytes(person));

    public async ValueTask<PersonalData> OpenAsync(StaffInvitation invitation, CancellationToken ct) =>
        JsonSerializer.Deserialize<PersonalData>((await cipher.OpenAsync(ct)).DecryptBytes(DataPurpose, invitation.Sealed)) ?? throw new InvalidOperationException("A sealed invitation holds nothing.");
}
