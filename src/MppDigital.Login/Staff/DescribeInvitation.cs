using Microsoft.AspNetCore.Http;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Staff;

/// <summary>What stands between a typed code and the role behind it.</summary>
public sealed record DescribeInvitation(HttpContext Http, string? Code);

/// <param name="Name">Who is invited.</param>
/// <param name="RegencyCode">Four digits.</param>
/// <param name="SignedInName">Null when nobody is signed in.</param>
public sealed record InvitationView(string Name, string RegencyCode, InvitationStep Step, string? SignedInName);

public enum InvitationStep
{
    /// <summary>Nobody is signed in: make an account, or sign in to one.</summary>
    Account,

    /// <summary>A citizen is signed in, and staff have accounts of their own.</summary>
    AnotherAccount,

    /// <summary>The account has no second factor.</summary>
    SecondFactor,

    Accept,
}

internal sealed class DescribeInvitationHandler(InvitationCodes codes, CurrentSession current, StrongFactors factors, AccountSeal seal) : IUseCase<DescribeInvitation, InvitationView>
{
    public async Task<Outcome<InvitationView>> HandleAsync(DescribeInvitation input, CancellationToken ct)
    {
        var found = await codes.FindAsync(input.Code, input.Http.Connection.RemoteIpAddress, ct);
        if (!found.Succeeded) return found.Problem;
        var person = await codes.OpenAsync(found.Value, ct);
        if ((await current.FindAsync(input.Http, ct))?.Account is not { } account) return new InvitationView(person.Name, found.Value.RegencyCode, InvitationStep.Account, null);
        if (!found.Value.IsOpenTo(account.Id)) return Problems.InvitationWrong;
        var step = account.Kind != AccountKind.Staff ? InvitationStep.AnotherAccount
            : await factors.OfAsync(account, ct) == StrongFactor.None ? InvitationStep.SecondFactor
            : InvitationStep.Accept;
        return new InvitationView(person.Name, found.Value.RegencyCode, step, (await seal.OpenAsync(account, ct)).Name);
    }
}
