using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Passkeys;

/// <summary>Keeps the challenge that a passkey must answer, for the browser that asked for it, and gives it out once.</summary>
internal sealed class PasskeyStates(Confirmations confirmations)
{
    public Task<Outcome<string>> KeepAsync(string state, Guid? accountId, CancellationToken ct) =>
        confirmations.BeginAsync(ConfirmationPurpose.Passkey, accountId, new PasskeyState(state), new CodeTargets(null, null), ct);

    public async Task<string?> TakeAsync(string? handle, Guid? accountId, CancellationToken ct)
    {
        var taken = await confirmations.ProveAsync<PasskeyState>(handle, ConfirmationPurpose.Passkey, null, null, ct);
        return taken.Succeeded && taken.Value.AccountId == accountId ? taken.Value.Content.Value : null;
    }

    private sealed record PasskeyState(string Value);
}
