using MppDigital.Login.Accounts;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>New codes for a registration that waits; the earlier ones no longer fit.</summary>
public sealed record SendCodesAgain(string? Handle);

internal sealed class SendCodesAgainHandler(Confirmations confirmations) : IUseCase<SendCodesAgain, Done>
{
    public Task<Outcome<Done>> HandleAsync(SendCodesAgain input, CancellationToken ct) =>
        confirmations.SendAgainAsync<RegistrationContent>(input.Handle, ConfirmationPurpose.Register, ct);
}
