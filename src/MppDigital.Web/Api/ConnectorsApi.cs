using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Integrations;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.Api;

/// <summary>The regency's connections to outside systems, for its admin.</summary>
internal static class ConnectorsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin/connectors").RequireAuthorization(ApiPolicies.Staff).WithTags("Integrasi");
        admin.MapGet("", ListAsync).Produces<IReadOnlyList<ConnectorRow>>();
        admin.MapGet("/{name}", ReadAsync).Produces<ConnectorRow>();
        admin.MapPut("/{name}", ChangeAsync).Accepts<AgreementBody>("application/json").Produces<ConnectorRow>();
        admin.MapPost("/{name}/test", TryAsync).Produces<ConnectorTrial>();
    }

    /// <param name="Secret">Left out: the stored one stays.</param>
    /// <param name="Remove">True drops the agreement, and the nation-wide one counts again; the rest is then left out.</param>
    internal sealed record AgreementBody(string? Address, string? ClientId, string? Secret, bool? Remove)
    {
        public override string ToString() => "agreement";
    }

    private static Task<IResult> ListAsync(HttpContext context, Callers callers, IUseCase<ListConnectors, IReadOnlyList<ConnectorRow>> list, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListConnectors(staff), ct)).ToResult(items => ApiAnswers.Json(new { items, next = (string?)null })), ct);

    private static Task<IResult> ReadAsync(string name, HttpContext context, Callers callers, IUseCase<ReadConnector, ConnectorRow> read, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await read.HandleAsync(new ReadConnector(staff, name), ct)).ToResult(row => ApiAnswers.Versioned(context, row, row.Version)), ct);

    private static async Task<IResult> ChangeAsync(string name, HttpContext context, Callers callers, IUseCase<ChangeConnector, ConnectorRow> change, CancellationToken ct)
    {
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var body = await JsonBody.ReadAsync<AgreementBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var given = body.Value;
        return await AsStaffAsync(context, callers, async staff =>
            (await change.HandleAsync(new ChangeConnector(staff, name, seen.Value.Version, given.Address ?? "", given.ClientId ?? "", given.Secret ?? "", given.Remove ?? false), ct))
            .ToResult(row => ApiAnswers.Versioned(context, row, row.Version)), ct);
    }

    private static Task<IResult> TryAsync(string name, HttpContext context, Callers callers, IUseCase<TryConnector, ConnectorTrial> attempt, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await attempt.HandleAsync(new TryConnector(staff, name), ct)).ToResult(trial => ApiAnswers.Json(trial)), ct);

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<IResult>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? await use(staff.Value) : staff.Problem.ToResult();
    }
}
