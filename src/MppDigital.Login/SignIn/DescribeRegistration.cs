using MppDigital.Login.Accounts;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>What waits for codes in this browser.</summary>
public sealed record DescribeRegistration(string? Handle);

/// <param name="Phone">As the person typed it a moment ago.</param>
public sealed record WaitingRegistration(string? Phone, string? Email);

internal sealed class DescribeRegistrationHandler(Confirmations confirmations) : IUseCase<DescribeRegistration, WaitingRegistration>
{
    public async Task<Outcome<WaitingRegistration>> HandleAsync(DescribeRegistration input, CancellationToken ct) =>
        await confirmations.FindTargetsAsync<RegistrationContent>(input.Handle, ConfirmationPurpose.Register, ct) is { } to ? new WaitingRegistration(to.Phone, to.Email) : Problems.CodesOver;
}
