using MppDigital.Login.Accounts;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>New codes for a registration that waits; the earlier ones no longer fit.</summary>
public sealed record SendCodesAgain(string? Handle);

/// <summary>The same for a forgotten password.</summary>
public sealed record SendResetCodeAgain(string? Handle);

internal sealed class SendCodesAgainHandler(Confirmations confirmations) : IUseCase<SendCodesAgain, Done>, IUseCase<SendResetCodeAgain, Done>
{
    public Task<Outcome<Done>> HandleAsync(SendResetCodeAgain input, CancellationToken ct) =>
        confirmations.SendAgainAsync<ResetContent>(input.Handle, ConfirmationPurpose.ResetPassword, ct);

    public Task<Outcome<Done>> HandleAsync(SendCodesAgain input, CancellationToken ct) =>
        confirmations.SendAgainAsync<RegistrationContent>(input.Handle, ConfirmationPurpose.Register, ct);
}
