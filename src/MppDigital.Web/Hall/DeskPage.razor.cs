using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Hall;

/// <summary>One counter, worked by the keyboard alone: a letter a move, by access keys everywhere and by the bare letter where the script runs.</summary>
public sealed partial class DeskPage
{
    private static readonly (string Act, string Key)[] Keys = [("recall", "r"), ("serve", "s"), ("end", "e"), ("hold", "h"), ("transfer", "t"), ("no-show", "x")];

    private static readonly string[] States = ["open", "break", "closed"];

    private StaffMember? staff;
    private IReadOnlyList<DeskChoice> choices = [];
    private DeskView? desk;
    private Problem? refusal;

    [SupplyParameterFromQuery(Name = "id")]
    public string? Chosen { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff is null)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        if (Guid.TryParse(Chosen, out var id)) desk = await UseAsync<ReadDesk, DeskView>(new ReadDesk(staff, id));
        if (desk is null) choices = (await Services.GetRequiredService<IUseCase<ListDesks, IReadOnlyList<DeskChoice>>>().HandleAsync(new ListDesks(staff), Http.RequestAborted)).Value ?? [];
    }

    private async Task ActAsync()
    {
        if (staff is null || desk is null) return;
        var form = Http.Request.Form;
        var parts = (form["act"].FirstOrDefault() ?? "").Split('|');
        if (parts[0] == "next") await ShowAsync(new CallNext(staff, desk.Counter));
        else if (MoveOf(parts[0]) is { } move)
        {
            Guid? ticket = Guid.TryParse(parts.ElementAtOrDefault(1), out var id) ? id : null;
            var seen = ticket is null ? form["version"].FirstOrDefault() : parts.ElementAtOrDefault(2);
            // A page that shows nobody has no version; then the refusal is that nobody is there.
            var version = long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            await ShowAsync(new MoveTicket(staff, desk.Counter, move, ticket, version, Guid.TryParse(form["to"], out var to) ? to : null));
        }
        else
        {
            refusal = HallTexts.UnknownAct;
            RefusedPage.Mark(Http, refusal);
        }
    }

    private bool TurnRefused => refusal is { Errors.Count: > 0 };

    private async Task TurnAsync()
    {
        if (staff is null || desk is null) return;
        var form = Http.Request.Form;
        await AfterAsync(await UseAsync<TurnCounter, CounterView>(new TurnCounter(staff, desk.Counter, form["state"].FirstOrDefault() ?? "", form["reason"].FirstOrDefault() ?? "", Seen(form))));
    }

    private async Task PlanAsync()
    {
        if (staff is null || desk is null) return;
        var form = Http.Request.Form;
        await AfterAsync(await UseAsync<PlanBreaks, CounterView>(new PlanBreaks(staff, desk.Counter, form["breaks"].FirstOrDefault() ?? "", Seen(form))));
    }

    /// <summary>The counter as it is now, whether or not it was changed.</summary>
    private async Task AfterAsync(CounterView? changed) =>
        desk = (await Services.GetRequiredService<IUseCase<ReadDesk, DeskView>>().HandleAsync(new ReadDesk(staff!, changed?.Id ?? desk!.Counter), Http.RequestAborted)).Value ?? desk;

    private static long Seen(IFormCollection form) => long.TryParse(form["seen"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>What was typed stays where it was refused.</summary>
    private string Sent(string name, string otherwise) => TurnRefused && Http.Request.HasFormContentType && Http.Request.Form.TryGetValue(name, out var typed) ? typed.ToString() : otherwise;

    private async Task ShowAsync<TInput>(TInput input)
    {
        var shown = await UseAsync<TInput, DeskView>(input);
        // Refused: the page shows what is true now, beside the reason.
        desk = shown ?? (await Services.GetRequiredService<IUseCase<ReadDesk, DeskView>>().HandleAsync(new ReadDesk(staff!, desk!.Counter), Http.RequestAborted)).Value;
    }

    private async Task<TResult?> UseAsync<TInput, TResult>(TInput input)
        where TResult : class
    {
        var outcome = await Services.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, Http.RequestAborted);
        if (outcome.Succeeded) return outcome.Value;
        refusal = HallTexts.InLanguage(outcome.Problem);
        RefusedPage.Mark(Http, refusal);
        return null;
    }

    private bool Can(string act) => desk?.Current?.State switch
    {
        "called" => act is not "end",
        "serving" => act is "end" or "hold" or "transfer",
        _ => false,
    };

    private static TicketMove? MoveOf(string act) => HallApi.Moves.Where(m => m.Path == act).Select(m => (TicketMove?)m.Move).FirstOrDefault();
}
