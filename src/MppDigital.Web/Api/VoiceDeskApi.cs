using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Feedback.Consultations;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.Api;

/// <summary>Complaints and questions as officers work on them; the same rules as on the pages.</summary>
internal static class VoiceDeskApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var desk = api.MapGroup("/officer").RequireAuthorization(ApiPolicies.Staff).WithTags("Petugas");
        desk.MapGet("/answerers", (HttpContext context, Callers callers, IUseCase<ListAnswerers, IReadOnlyList<Answerer>> list, CancellationToken ct) =>
            AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListAnswerers(staff), ct)).ToResult(items => ApiAnswers.Json(new { items })), ct));
        desk.MapGet("/complaints", ListAsync);
        desk.MapGet("/complaints/{number}", (string number, HttpContext context, Callers callers, IUseCase<ReviewComplaint, ComplaintSheet> review, CancellationToken ct) =>
            AsStaffAsync(context, callers, async staff => Sheet(context, await review.HandleAsync(new ReviewComplaint(staff, number), ct)), ct)).Produces<ComplaintSheet>();
        desk.MapPost("/complaints/{number}/moves", MoveAsync).Accepts<ComplaintMoveBody>(Json).Produces<ComplaintSheet>();
        desk.MapPost("/complaints/{number}/complainant", (string number, HttpContext context, Callers callers, IUseCase<RevealComplainant, ShownComplainant> reveal, CancellationToken ct) =>
            AsStaffAsync(context, callers, async staff => (await reveal.HandleAsync(new RevealComplainant(staff, number), ct)).ToResult(who => ApiAnswers.Json(who)), ct)).Produces<ShownComplainant>();
        desk.MapGet("/consultations", (HttpContext context, Callers callers, IUseCase<ListConsultations, ConsultationList> list, CancellationToken ct) =>
            AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListConsultations(staff), ct)).ToResult(found => ApiAnswers.Json(found)), ct)).Produces<ConsultationList>();
        desk.MapGet("/consultations/{number}", (string number, HttpContext context, Callers callers, IUseCase<ReadConsultation, ConsultationView> read, CancellationToken ct) =>
            AsStaffAsync(context, callers, async staff => Talk(await read.HandleAsync(new ReadConsultation(staff, number), ct)), ct)).Produces<ConsultationView>();
        desk.MapPost("/consultations/{number}/answer", (string number, HttpContext context, Callers callers, IUseCase<AnswerConsultation, ConsultationView> use, CancellationToken ct) =>
            WithBodyAsync<AnswerBody>(context, callers, async (staff, body) => Talk(await use.HandleAsync(new AnswerConsultation(staff, number, body.Text ?? ""), ct)), ct)).Accepts<AnswerBody>(Json).Produces<ConsultationView>();
        desk.MapPost("/consultations/{number}/handover", (string number, HttpContext context, Callers callers, IUseCase<AssignConsultation, ConsultationView> use, CancellationToken ct) =>
            WithBodyAsync<HandoverBody>(context, callers, async (staff, body) => Talk(await use.HandleAsync(new AssignConsultation(staff, number, body.Officer ?? ""), ct)), ct)).Accepts<HandoverBody>(Json).Produces<ConsultationView>();
        desk.MapPost("/consultations/{number}/refer", (string number, HttpContext context, Callers callers, IUseCase<ReferConsultation, ConsultationView> use, CancellationToken ct) =>
            WithBodyAsync<ReferBody>(context, callers, async (staff, body) => Talk(await use.HandleAsync(new ReferConsultation(staff, number, body.Agency ?? ""), ct)), ct)).Accepts<ReferBody>(Json).Produces<ConsultationView>();
    }

    /// <param name="Move"><c>triage</c>, <c>assign</c>, <c>forward</c>, <c>answer</c> or <c>summarise</c>.</param>
    /// <param name="Class">To triage: <c>service</c>, <c>conduct</c>, <c>information</c> or <c>aspiration</c>.</param>
    /// <param name="Agency">To assign.</param>
    /// <param name="Officer">To assign to one officer of the agency, by <c>sub</c>.</param>
    /// <param name="Text">The answer, a note, or what the ministry reads.</param>
    internal sealed record ComplaintMoveBody(string? Move, string? Class, string? Agency, string? Officer, string? Text);

    internal sealed record AnswerBody(string? Text);

    /// <param name="Officer">A <c>sub</c> of the agency; left out: whoever of them answers.</param>
    internal sealed record HandoverBody(string? Officer);

    internal sealed record ReferBody(string? Agency);

    private static Task<IResult> ListAsync(HttpContext context, Callers callers, IUseCase<ListComplaints, IReadOnlyList<ComplaintRow>> list, CancellationToken ct) => AsStaffAsync(
        context, callers,
        async staff => context.Request.Query["filter"] is not ([] or ["open" or "mine" or "escalated" or "closed"])
            ? RequestParts.Wrong("/filter", "Tulis open, mine, escalated, atau closed, satu kali.").ToResult()
            : (await list.HandleAsync(new ListComplaints(staff, context.Request.Query["filter"].FirstOrDefault() ?? "open"), ct)).ToResult(items => ApiAnswers.Json(new { items })),
        ct);

    private static Task<IResult> MoveAsync(string number, HttpContext context, Callers callers, IUseCase<MoveComplaint, ComplaintSheet> move, CancellationToken ct) => WithBodyAsync<ComplaintMoveBody>(
        context, callers,
        async (staff, body) =>
        {
            var seen = RequestParts.IfMatch(context);
            if (!seen.Succeeded) return seen.Problem.ToResult();
            if (ComplaintWords.Read<ComplaintMove>(body.Move) is not { } step) return RequestParts.Wrong("/move", "Tulis triage, assign, forward, answer, atau summarise.").ToResult();
            var kind = ComplaintWords.Read<ComplaintClass>(body.Class);
            if (body.Class is not null && kind is null) return RequestParts.Wrong("/class", "Tulis service, conduct, information, atau aspiration.").ToResult();
            return Sheet(context, await move.HandleAsync(new MoveComplaint(staff, number, seen.Value.Version, step, kind, body.Agency ?? "", body.Text ?? "", body.Officer ?? ""), ct));
        },
        ct);

    private static IResult Sheet(HttpContext context, Outcome<ComplaintSheet> outcome) => outcome.ToResult(sheet => ApiAnswers.Versioned(context, sheet, sheet.Version));

    private static IResult Talk(Outcome<ConsultationView> outcome) => outcome.ToResult(view => ApiAnswers.Json(view));

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<IResult>> answer, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? await answer(staff.Value) : staff.Problem.ToResult();
    }

    /// <summary>The caller is looked at before the body: whoever may not work here learns nothing about it.</summary>
    private static Task<IResult> WithBodyAsync<TBody>(HttpContext context, Callers callers, Func<StaffMember, TBody, Task<IResult>> answer, CancellationToken ct)
        where TBody : class => AsStaffAsync(
        context, callers,
        async staff =>
        {
            var body = await JsonBody.ReadAsync<TBody>(context);
            return body.Succeeded ? await answer(staff, body.Value) : body.Problem.ToResult();
        },
        ct);
}
