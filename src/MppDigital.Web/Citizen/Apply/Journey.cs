using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Web.Components.Text;
using FormPages = MppDigital.Regencies.Applications.Forms.FormSteps;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>One person's way through one form: what is known, what was written so far, which page comes next.</summary>
internal sealed class Journey
{
    private readonly ITenantDirectory directory;
    private readonly DateOnly today;

    public Journey(Applicant applicant, PreparedForm form, DraftView? draft, ITenantDirectory directory, DateOnly today, PreparedLifeEvent? together = null)
    {
        (Applicant, Form, Draft, this.directory, this.today, Event) = (applicant, form, draft, directory, today, together);
        Data = draft is null ? [] : JsonNode.Parse(draft.Content.Data.GetRawText())!.AsObject();
        Checked = FormValidator.CheckDraft(Form.Service, Element(), Form.Held, directory, today);
        Steps = FormPages.Of(form.Service, form.Held, [.. form.ToUpload.Where(NeedsFile)], Checked.Hidden);
    }

    public Applicant Applicant { get; }

    public PreparedForm Form { get; }

    /// <summary>Null before the first answer.</summary>
    public DraftView? Draft { get; }

    /// <summary>As typed, answers to questions that are no longer asked included: whoever changes an answer back finds them again.</summary>
    public JsonObject Data { get; }

    /// <summary>The whole form as it stands.</summary>
    public FormCheck Checked { get; }

    /// <summary>What the form asks otherwise than the version that the draft was begun with.</summary>
    public IReadOnlyList<FormChange> Changes { get; init; } = [];

    public IReadOnlyList<FormStep> Steps { get; }

    /// <summary>Uploads that this form asks for: a service left out of a life event takes its papers with it.</summary>
    public IReadOnlyList<GivenDocument> Documents => [.. (Draft?.Content.Documents ?? []).Where(d => Form.Service.Requirements.Any(r => r.Code == d.Requirement && RequirementNeeds.IsAsked(r, Form.Service, Checked.Data)))];

    /// <summary>Pages that are walked through; the others are reached from the review only.</summary>
    public IReadOnlyList<FormStep> Asked => [.. Steps.Where(s => !s.Known)];

    /// <summary>The services of a life event that this form files together; null for a single service.</summary>
    public PreparedLifeEvent? Event { get; }

    public string Name => Event is null ? Form.Service.ShortName : Language.Pick(Event.Event.Definition.ShortId, Event.Event.Definition.ShortEn);

    /// <summary>The page that tells what is applied for.</summary>
    public string About => Event is null ? $"/layanan/{Form.Service.Code}" : $"/peristiwa/{Event.Event.Code}";

    public string Home => $"{About}/ajukan";

    public string Review => $"{Home}/periksa";

    public string AddressOf(FormStep step) => $"{Home}/{step.Key}";

    public FormStep? Find(string key) => Steps.FirstOrDefault(s => s.Key == key);

    public FormStep? StepOf(string field) => Steps.FirstOrDefault(s => s.Fields.Any(f => f.Name == field));

    public bool IsHidden(FormField field) => Checked.Hidden.Contains(FormPointer.Of(field.Name));

    public bool IsRequired(FormField field) => Checked.Required.Contains(field.Name);

    /// <summary>The last save made the page ask something, inside a group, that it had not shown.</summary>
    public bool Opens(FormStep step, Journey before) =>
        (from @group in step.Fields.Where(f => f.IsGroup)
         from row in Enumerable.Range(0, ItemsOf(@group))
         from member in @group.Fields!.Where(m => m.ShowWhen is not null && m.Compute is null)
         let pointer = $"{FormPointer.Of(@group.Name)}/{row}/{member.Name}"
         select !Checked.Hidden.Contains(pointer) && (row >= before.ItemsOf(@group) || before.Checked.Hidden.Contains(pointer))).Any(opened => opened);

    /// <summary>What is wrong with one page. The whole form was judged once, however many pages ask.</summary>
    public IReadOnlyList<FormError> Faults(FormStep step) => Checked.ErrorsOf([.. step.Fields.Select(f => f.Name)]);

    public GivenDocument? DocumentFor(string requirement) => Documents.FirstOrDefault(d => d.Requirement == requirement);

    public bool IsDone(FormStep step) => step.Upload is { } upload ? !RequirementNeeds.IsMandatory(upload, Form.Service, Checked.Data) || DocumentFor(upload.Code) is not null : Faults(step).Count == 0;

    /// <summary>Where to go on: the first page that still lacks something, else the review.</summary>
    public string FirstOpen() => Asked.FirstOrDefault(s => !IsDone(s)) is { } open ? AddressOf(open) : Review;

    public string After(FormStep step) =>
        Asked.SkipWhile(s => s.Key != step.Key).Skip(1).FirstOrDefault() is { } next ? AddressOf(next) : Review;

    public string Before(FormStep step) =>
        Asked.TakeWhile(s => s.Key != step.Key).LastOrDefault() is { } previous && Asked.Any(s => s.Key == step.Key) ? AddressOf(previous) : Home;

    private int ItemsOf(FormField field) => (Data[field.Name] as JsonArray)?.Count ?? 0;

    private bool NeedsFile(string requirement) => Form.Service.Requirements.First(r => r.Code == requirement) is var asked && RequirementNeeds.IsAsked(asked, Form.Service, Checked.Data);

    /// <summary>What was written, without the answers of a service that was left out since.</summary>
    private JsonElement Element() => JsonSerializer.SerializeToElement(Event is null ? Data : new JsonObject(Data.Where(a => Form.Service.FormFields.Any(f => f.Name == a.Key)).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone()))));
}
