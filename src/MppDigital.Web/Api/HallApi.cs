using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Web.Hall;

namespace MppDigital.Web.Api;

/// <summary>The line of a hall: what is called now, the work at the counters, and kiosks whose link was down.</summary>
internal static class HallApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var services = ((IEndpointRouteBuilder)api).ServiceProvider;
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(services.GetRequiredService<HallCalls>().RingAll);
        api.MapGet("/visits/live", LiveCalls.StreamAsync).AllowAnonymous().WithTags("Antrean").Produces(200, contentType: "text/event-stream");
        api.MapPost("/visits/{id:guid}/check-in", CheckInAsync).RequireAuthorization(ApiPolicies.Citizen).WithTags("Antrean").Produces<TicketSlip>();

        var desk = api.MapGroup("/officer/counters").RequireAuthorization(ApiPolicies.Staff).WithTags("Loket");
        desk.MapGet("", ListAsync);
        desk.MapGet("/{id:guid}", ReadAsync).Produces<DeskView>();
        desk.MapPost("/{id:guid}/call-next", NextAsync).Produces<DeskView>();
        foreach (var (path, move) in Moves)
        {
            desk.MapPost($"/{{id:guid}}/{path}", (Guid id, HttpContext context, Callers callers, IUseCase<MoveTicket, DeskView> use, CancellationToken ct) => MoveAsync(id, move, context, callers, use, ct))
                .Produces<DeskView>();
        }

        var kiosk = api.MapGroup("/kiosk").AllowAnonymous().WithTags("Kios");
        kiosk.MapPost("/ranges", ReserveAsync).Produces<IReadOnlyList<NumberRange>>();
        kiosk.MapPost("/numbers", BringAsync);
    }

    /// <summary>What a counter can do with a number, by the last part of the address.</summary>
    public static readonly (string Path, TicketMove Move)[] Moves =
    [
        ("recall", TicketMove.Recall), ("hold", TicketMove.Hold), ("transfer", TicketMove.Transfer), ("no-show", TicketMove.NoShow),
        ("serve", TicketMove.Serve), ("end", TicketMove.End), ("rejoin", TicketMove.Rejoin),
    ];

    /// <summary>All may be left out, but <see cref="To"/> for a transfer.</summary>
    internal sealed record MoveBody
    {
        /// <summary>Id of a number that is held or was missed; without it the one at the counter.</summary>
        public Guid? Ticket { get; init; }

        /// <summary>Id of the line to go to.</summary>
        public Guid? To { get; init; }
    }

    internal sealed record NumbersBody(IReadOnlyList<NumberBody?>? Numbers);

    internal sealed record NumberBody(string? Token, int? Sequence, string? Service, bool? Priority, DateTimeOffset? At);

    private static async Task<IResult> CheckInAsync(Guid id, HttpContext context, IUseCase<CheckInVisit, TicketSlip> use, CancellationToken ct) =>
        (await use.HandleAsync(new CheckInVisit(Callers.SubOf(context), id), ct)).ToResult(slip => ApiAnswers.Json(slip));

    private static Task<IResult> ListAsync(HttpContext context, Callers callers, IUseCase<ListDesks, IReadOnlyList<DeskChoice>> list, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListDesks(staff), ct)).ToResult(items => ApiAnswers.Json(new { items, next = (string?)null })), ct);

    private static Task<IResult> ReadAsync(Guid id, HttpContext context, Callers callers, IUseCase<ReadDesk, DeskView> read, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await read.HandleAsync(new ReadDesk(staff, id), ct)).ToResult(view => Answer(context, view)), ct);

    private static Task<IResult> NextAsync(Guid id, HttpContext context, Callers callers, IUseCase<CallNext, DeskView> use, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await use.HandleAsync(new CallNext(staff, id), ct)).ToResult(view => Answer(context, view)), ct);

    private static Task<IResult> MoveAsync(Guid id, TicketMove move, HttpContext context, Callers callers, IUseCase<MoveTicket, DeskView> use, CancellationToken ct) => AsStaffAsync(
        context, callers,
        async staff =>
        {
            var seen = RequestParts.IfMatch(context);
            if (!seen.Succeeded) return seen.Problem.ToResult();
            var body = await JsonBody.ReadOptionalAsync<MoveBody>(context);
            return body.Succeeded
                ? (await use.HandleAsync(new MoveTicket(staff, id, move, body.Value.Ticket, seen.Value.Version, body.Value.To), ct)).ToResult(view => Answer(context, view))
                : body.Problem.ToResult();
        },
        ct);

    /// <summary>The version is that of the number at the counter; 0 while nobody is there.</summary>
    private static IResult Answer(HttpContext context, DeskView view) => ApiAnswers.Versioned(context, view, view.Current?.Version ?? 0);

    private static async Task<IResult> ReserveAsync(HttpContext context, KioskDoor door, IUseCase<ReserveNumbers, IReadOnlyList<NumberRange>> use, CancellationToken ct)
    {
        var kiosk = await door.FindAsync(context, ct);
        return kiosk.Succeeded ? (await use.HandleAsync(new ReserveNumbers(kiosk.Value.Place), ct)).ToResult(items => ApiAnswers.Json(new { items })) : kiosk.Problem.ToResult();
    }

    private static async Task<IResult> BringAsync(HttpContext context, KioskDoor door, IUseCase<BringNumbers, IReadOnlyList<BroughtNumber>> use, CancellationToken ct)
    {
        var kiosk = await door.FindAsync(context, ct);
        if (!kiosk.Succeeded) return kiosk.Problem.ToResult();
        var body = await JsonBody.ReadAsync<NumbersBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var numbers = (body.Value.Numbers ?? []).Select(n => new OfflineNumber(n?.Token ?? "", n?.Sequence ?? 0, n?.Service ?? "", n?.Priority ?? false, n?.At ?? DateTimeOffset.MinValue)).ToList();
        return (await use.HandleAsync(new BringNumbers(kiosk.Value.Place, numbers), ct)).ToResult(brought => ApiAnswers.Json(new
        {
            items = brought.Select(b => new { token = b.Token, sequence = b.Sequence, ticket = b.Ticket, code = b.Problem?.Code }),
        }));
    }

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<IResult>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? await use(staff.Value) : staff.Problem.ToResult();
    }
}
