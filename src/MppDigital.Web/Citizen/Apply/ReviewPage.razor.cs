using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Regencies.Offerings;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;
using Filed = MppDigital.Regencies.Applications.Receipt;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>The last page before filing: everything at one glance, each answer with the way to change it.</summary>
public sealed partial class ReviewPage : ComponentBase
{
    private readonly List<FieldError> errors = [];
    private Journey? journey;
    private Problem? problem;
    private FormCheck? check;
    private DeadlineView? deadline;
    private FeeAssessment? fee;
    private List<(string Href, string Text)> unfinished = [];
    private string filing = "";
    private string? tickError;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Parameter] public string Code { get; set; } = "";

    /// <summary>Code of a life event, where several services are applied for at once.</summary>
    [Parameter] public string? Happening { get; set; }

    [Inject] private Journeys Journeys { get; set; } = null!;

    [Inject] private IUseCase<SubmitApplication, Filed> Submit { get; set; } = null!;

    [Inject] private IUseCase<SubmitLifeEvent, LifeEventReceipt> SubmitTogether { get; set; } = null!;

    [Inject] private IUseCase<ReadDeadline, DeadlineView> Deadline { get; set; } = null!;

    [Inject] private Sealed Seals { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IStringLocalizer<SharedTexts> T { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<FormField> Known => [.. journey!.Form.Service.FormFields.Where(IsKnown)];

    private IReadOnlyList<FormField> Typed => [.. journey!.Form.Service.FormFields.Where(f => !IsKnown(f) && (check!.Required.Contains(f.Name) || check.Data.ContainsKey(f.Name)))];

    protected override async Task OnInitializedAsync()
    {
        var found = await Journeys.FindAsync(Http, Code, Happening, Http.RequestAborted);
        (journey, problem) = (found.Value, found.Problem);
        if (journey is null) return;
        if (journey.Draft is not null) await JudgeAsync(journey);
        else if (HttpMethods.IsGet(Http.Request.Method)) Navigation.NavigateTo(journey.Home);
    }

    private async Task JudgeAsync(Journey current)
    {
        if (current.Event is null) deadline = (await Deadline.HandleAsync(new ReadDeadline(current.Form.Service.Code, null), Http.RequestAborted)).Value;
        check = current.Checked;
        // The services of a life event are free; their forms are one.
        var (cost, fault) = current.Event is null ? AssessFee.Of(current.Form.Service, current.Form.TariffIdr, check.Data) : default;
        fee = cost;
        unfinished = [.. check.Errors.Select(e => (HrefFor(e.At), Language.IsEnglish ? e.TextEn : e.Text)),
            .. current.Asked.Where(s => s.Upload is not null && !current.IsDone(s)).Select(s => ($"{current.AddressOf(s)}?dari=periksa", ApplyWords.NeedFile(s.Title.In(Language.IsEnglish))))];
        // While an answer is missing the form's own check says so; this one speaks of answers that are there.
        if (fault is not null && check.Succeeded) unfinished.Add((HrefFor(fault.At), Language.Pick(fault.Text, fault.TextEn)));
        filing = Seals.Seal(Filing.Purpose, new Filing(current.Applicant.Sub, Guid.NewGuid().ToString("N"), current.Form.Service.Code, current.Draft!.Id, JsonSerializer.SerializeToElement(Answers()), current.Documents), Filing.Life);
    }

    private async Task SendAsync()
    {
        if (journey is null) return;
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        if (journey.Draft is not null && form["benar"] != "ya")
        {
            tickError = ReviewWords.TickFirst;
            errors.Add(new FieldError("benar", tickError));
        }
        else if (Seals.Open<Filing>(Filing.Purpose, form["isian"]) is { } sent && sent.Sub == journey.Applicant.Sub && sent.Service == journey.Form.Service.Code)
        {
            await FileAsync(journey, sent);
        }
        else if (journey.Draft is null)
        {
            Navigation.NavigateTo($"{journey.Home}?draf=hilang");
        }
    }

    private async Task FileAsync(Journey current, Filing sent)
    {
        var filed = current.Event is null ? await FileOneAsync(current, sent) : await FileTogetherAsync(current, current.Event, sent);
        if (filed.Succeeded)
        {
            Seals.Keep(Http, IssuedReceipt.Cookie, IssuedReceipt.Path, filed.Value, IssuedReceipt.Life);
            Navigation.NavigateTo($"/permohonan/{filed.Value.Number}/tanda-terima");
        }
        else if (filed.Problem.Kind != ProblemKind.Invalid)
        {
            (journey, problem) = (null, filed.Problem);
        }
        else if (current.Draft is null)
        {
            Navigation.NavigateTo($"{current.Home}?draf=hilang");
        }
    }

    private async Task<Outcome<IssuedReceipt>> FileOneAsync(Journey current, Filing sent)
    {
        var filed = await Submit.HandleAsync(new SubmitApplication(current.Applicant, sent.Key, sent.Service, sent.Data, sent.Documents, sent.Draft), Http.RequestAborted);
        return filed is { Succeeded: true, Value: var receipt }
            ? new IssuedReceipt(receipt.Number, receipt.Secret, Language.Pick(current.Form.Service.NameId, current.Form.Service.NameEn), Clock.GetUtcNow(), receipt.DueOn, receipt.CompleteAt is not null)
            : filed.Problem!;
    }

    private async Task<Outcome<IssuedReceipt>> FileTogetherAsync(Journey current, PreparedLifeEvent together, Filing sent)
    {
        var filed = await SubmitTogether.HandleAsync(new SubmitLifeEvent(current.Applicant, sent.Key, together.Event.Code, sent.Data, sent.Documents, sent.Draft), Http.RequestAborted);
        if (filed is not { Succeeded: true, Value: var receipt }) return filed.Problem!;
        var parts = receipt.Applications.Select(a => new IssuedPart(a.Number, NameOf(together.Event.Parts.First(p => p.Service.Code == a.Service).Service))).ToList();
        return new IssuedReceipt(receipt.Number, receipt.Secret, current.Name, Clock.GetUtcNow(), null, receipt.Applications[0].CompleteAt is not null) { Parts = parts };
    }

    private static string NameOf(ServiceDefinition service) => Language.Pick(service.ShortName, service.NameEn);

    /// <summary>What was typed, without what changed answers left behind.</summary>
    private JsonObject Answers()
    {
        var answers = new JsonObject(journey!.Data.Where(a => journey.Form.Service.FormFields.Any(f => f.Name == a.Key && f.Compute is null && !journey.Form.Held.IsFixed(f))).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())));
        FormPruning.Remove(answers, check!.Hidden);
        return answers;
    }

    /// <summary>Held, and not overwritten by the applicant.</summary>
    private bool IsKnown(FormField field) =>
        journey!.Form.Held.ValueFor(field) is { } held && (journey.Form.Held.IsFixed(field) || !journey.Data.TryGetPropertyValue(field.Name, out var written) || JsonNode.DeepEquals(held, check!.Data[field.Name]) || written is null);

    private IReadOnlyList<string> Said(FormField field) => check!.Data[field.Name] is { } answer ? AnswerWords.Lines(field, answer, Directory, Language.IsEnglish) : [ReviewWords.NotAnswered];

    private string? NoteOn(FormField field) => field.Compute is not null ? ReviewWords.WorkedOut : check!.Unverified.Contains(field.Name) ? ReviewWords.ToBeChecked : null;

    private string SourceOf(FormField field)
    {
        var fact = journey!.Form.Held.Find(field.Name)!;
        if (fact.Vault is { } vault) return ReuseWords.FromVault(fact.Source, vault.Office, vault.Regency, Dates.Full(Dates.DateOf(fact.AsOf, Current.Value.Zone)));
        return FactOrigin.IsAccount(fact.Source) ? ReviewWords.FromAccount : ReviewWords.FromRegister(FactOrigin.NameOf(fact.Source), Dates.Full(Dates.DateOf(fact.AsOf, Current.Value.Zone)));
    }

    /// <summary>Where it is asked; what is worked out is changed where its first number is written.</summary>
    private FormStep? StepOf(string name) =>
        journey!.StepOf(name) ?? (journey.Form.Service.FormFields.FirstOrDefault(f => f.Name == name)?.Compute is { } compute ? StepOf(compute.Of[0].Split('.')[0]) : null);

    private string? ChangeOf(FormField field) => journey!.StepOf(field.Name) is { } step ? $"{journey.AddressOf(step)}?dari=periksa" : null;

    private string HrefFor(string pointer)
    {
        var field = pointer.Split('/') is { Length: > 2 } parts ? parts[2] : "";
        return StepOf(field) is { } step ? $"{journey!.AddressOf(step)}?dari=periksa#{FieldView.IdOf(pointer)}" : journey!.Home;
    }
}
