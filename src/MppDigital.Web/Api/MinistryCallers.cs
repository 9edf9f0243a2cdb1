using MppDigital.National.Ministry;
using MppDigital.Platform.UseCases;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.Api;

/// <summary>Turns the signed-in <c>sub</c> into somebody who works at the ministry.</summary>
internal static class MinistryCallers
{
    public static async Task<Outcome<MinistryStaff>> MinistryStaffAsync(this HttpContext context, CancellationToken ct)
    {
        var found = await context.RequestServices.GetRequiredService<IUseCase<FindMinistryStaff, MinistryStaff>>().HandleAsync(new FindMinistryStaff(Callers.SubOf(context)), ct);
        return found.Succeeded ? found.Value with { HasFreshFactor = context.RequestServices.GetRequiredService<StepUpRule>().IsMetBy(context.User) } : found;
    }

    /// <summary>Answers 403 to everybody who has no role at the ministry.</summary>
    public static RouteGroupBuilder RequireMinistryStaff(this RouteGroupBuilder group)
    {
        group.RequireAuthorization().AddEndpointFilter(async (invocation, next) =>
            await invocation.HttpContext.MinistryStaffAsync(invocation.HttpContext.RequestAborted) is { Succeeded: false, Problem: var problem } ? problem.ToResult() : await next(invocation));
        return group;
    }
}
