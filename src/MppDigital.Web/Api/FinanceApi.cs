using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Payments;

namespace MppDigital.Web.Api;

/// <summary>The regency's money, for its admin.</summary>
internal static class FinanceApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin").RequireAuthorization(ApiPolicies.Staff).WithTags("Keuangan daerah");
        admin.MapGet("/payments", ListAsync).Produces<Finance>();
        admin.MapPost("/payments/{id:guid}/refund", RefundAsync).Accepts<RefundBody>(Json).Produces<PaymentRow>();
        admin.MapPost("/payment-differences/{id:guid}/settle", SettleAsync).Accepts<SettleBody>(Json).Produces(204);
        admin.MapPut("/payment-account", SetAccountAsync).Accepts<AccountBody>(Json).Produces(204);
    }

    internal sealed record RefundBody(string? Reason);

    internal sealed record SettleBody(string? Note);

    internal sealed record AccountBody(string? Merchant, string? Nmid, string? Secret)
    {
        public override string ToString() => "payment account";
    }

    private static async Task<IResult> ListAsync(string? state, int? limit, string? after, HttpContext context, Callers callers, IUseCase<ListPayments, Finance> list, CancellationToken ct)
    {
        DateTime? from = null;
        if (after is not null)
        {
            if (!DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)) return RequestParts.Wrong("/after", "Pakai nilai next dari halaman sebelumnya.").ToResult();
            from = parsed.UtcDateTime;
        }

        return await AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListPayments(staff, state, limit ?? 50, from), ct)).ToResult(finance => ApiAnswers.Json(finance)), ct);
    }

    private static async Task<IResult> RefundAsync(Guid id, HttpContext context, Callers callers, IUseCase<RefundPayment, PaymentRow> refund, CancellationToken ct)
    {
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var body = await JsonBody.ReadAsync<RefundBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        return await AsStaffAsync(context, callers, async staff => (await refund.HandleAsync(new RefundPayment(staff, id, body.Value.Reason ?? "", seen.Value.Version), ct)).ToResult(row => ApiAnswers.Versioned(context, row, row.Version)), ct);
    }

    private static async Task<IResult> SettleAsync(Guid id, HttpContext context, Callers callers, IUseCase<ResolveDifference, Done> settle, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<SettleBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        return await AsStaffAsync(context, callers, async staff => (await settle.HandleAsync(new ResolveDifference(staff, id, body.Value.Note ?? ""), ct)).ToResult(_ => Results.NoContent()), ct);
    }

    private static async Task<IResult> SetAccountAsync(HttpContext context, Callers callers, IUseCase<SetPaymentAccount, Done> set, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<AccountBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var given = body.Value;
        return await AsStaffAsync(context, callers, async staff => (await set.HandleAsync(new SetPaymentAccount(staff, given.Merchant ?? "", given.Nmid ?? "", given.Secret ?? ""), ct)).ToResult(_ => Results.NoContent()), ct);
    }

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<IResult>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? await use(staff.Value) : staff.Problem.ToResult();
    }
}
