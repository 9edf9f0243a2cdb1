using Microsoft.AspNetCore.Http;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>Where the codes of a change of phone or e-mail went.</summary>
public sealed record DescribeContactChange(HttpContext Http, string? Handle);

/// <param name="Phone">Null where it stays.</param>
public sealed record WaitingContactChange(string? Phone, string? Email);

internal sealed class DescribeContactChangeHandler(Owner owner, Confirmations confirmations) : IUseCase<DescribeContactChange, WaitingContactChange>
{
    public async Task<Outcome<WaitingContactChange>> HandleAsync(DescribeContactChange input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        return await confirmations.FindTargetsAsync<ContactContent>(input.Handle, ConfirmationPurpose.ChangeContact, ct) is { } to ? new WaitingContactChange(to.Phone, to.Email) : Problems.CodesOver;
    }
}
