using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.Api;

/// <summary>What a regency's admin decides.</summary>
internal static class AdminApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin").RequireAuthorization(ApiPolicies.Staff).WithTags("Admin daerah");
        admin.MapGet("/offerings/{service}", ReadAsync).Produces<OfferingSettings>();
        admin.MapPut("/offerings/{service}", ChangeAsync).Accepts<OfferingBody>("application/json").Produces<OfferingSettings>();
    }

    internal sealed record OfferingBody(bool? Active, int? WorkingDays, string? Contact, long? TariffIdr, string? ExtraRequirement);

    private static Task<IResult> ReadAsync(string service, HttpContext context, Callers callers, IUseCase<ReadOfferingSettings, OfferingSettings> read, CancellationToken ct) =>
        AsStaffAsync(context, callers, staff => read.HandleAsync(new ReadOfferingSettings(staff, service), ct), ct);

    private static async Task<IResult> ChangeAsync(string service, HttpContext context, Callers callers, IUseCase<ChangeOffering, OfferingSettings> change, CancellationToken ct)
    {
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var body = await JsonBody.ReadAsync<OfferingBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Active is not { } active) return RequestParts.Wrong("/active", "Tulis true bila layanan dibuka, false bila tidak.").ToResult();
        return await AsStaffAsync(context, callers, staff => change.HandleAsync(new ChangeOffering(staff, service, active, body.Value.WorkingDays, body.Value.Contact ?? "", seen.Value.Version) { TariffIdr = body.Value.TariffIdr, ExtraRequirement = body.Value.ExtraRequirement ?? "" }, ct), ct);
    }

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<Outcome<OfferingSettings>>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? (await use(staff.Value)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version)) : staff.Problem.ToResult();
    }
}
