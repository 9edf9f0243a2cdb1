using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Definitions;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.SignIn;
using static MppDigital.Web.MinistryCatalog.CatalogTexts;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>The definition's editor: the elements that change most as a form, and everything as JSON. Each save is a new version, which nobody has before a release.</summary>
public sealed partial class EditPage
{
    // A page shows so many faults; the rest comes when these are mended.
    private const int MostFaults = 50;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = DefinitionJson.Options.Encoder };

    private MinistryStaff? staff;
    private CatalogServiceSheet? sheet;
    private Problem? refusal;
    private IReadOnlyList<FieldError> faults = [];
    private string json = "";
    private JsonObject? stored;
    private Func<string, string?>? given;

    [Parameter]
    public string? Code { get; set; }

    [Inject]
    private IUseCase<ReadCatalogService, CatalogServiceSheet> Read { get; set; } = null!;

    [Inject]
    private IUseCase<SaveVersion, VersionSaved> Save { get; set; } = null!;

    [Inject]
    private IOptions<PlatformOptions> Platform { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool IsNew => Code is null;

    private string Heading => IsNew ? T("NewService") : T("EditTitle", Code);

    private string SchemaAddress => Platform.Value.PublicOrigin + DefinitionSchema.Path;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Http.MinistryStaffAsync(Http.RequestAborted)).Value;
        if (staff?.Is(MinistryRole.CatalogOwner) is not true)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        if (IsNew) return;
        sheet = (await Read.HandleAsync(new ReadCatalogService(Code!), Http.RequestAborted)).Value;
        if (sheet is null)
        {
            Http.AnswerNotFound();
            return;
        }

        stored = JsonNode.Parse(sheet.Text)!.AsObject();
        json = stored.ToJsonString(Indented);
    }

    private async Task SaveFieldsAsync()
    {
        if (stored is null) return;
        var form = Http.Request.Form;
        given = name => form[name].FirstOrDefault();
        var (definition, wrong) = (stored.DeepClone().AsObject(), new List<FieldError>());
        foreach (var field in EditedField.All)
        {
            // A field that was not sent was not changed; an empty one was.
            if (given(field.Id) is { } typed && field.Write(definition, typed) is { } fault) wrong.Add(new(field.Id, T("Should", T($"Field.{field.Id}"), T(fault))));
        }

        if (wrong.Count > 0)
        {
            (refusal, faults) = (new Problem(ProblemKind.Invalid, "invalid", T("Mend")), wrong);
            RefusedPage.Mark(Http, refusal);
            return;
        }

        await SaveAsync(definition, form);
    }

    private async Task SaveJsonAsync()
    {
        if (!IsNew && sheet is null) return;
        var form = Http.Request.Form;
        json = form["definisi"].FirstOrDefault() ?? "";
        JsonNode? definition = null;
        try
        {
            definition = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            refusal = new Problem(ProblemKind.Invalid, "unreadable-json", T("Mend"));
            faults = [new("definisi", T("NoJson", (e.LineNumber ?? 0) + 1))];
            RefusedPage.Mark(Http, refusal);
            return;
        }

        await SaveAsync(definition, form);
    }

    private async Task SaveAsync(JsonNode? definition, IFormCollection form)
    {
        var saved = FormKey.Of(form) is { } key
            ? await Save.HandleAsync(new SaveVersion(staff!, Code, definition, key), Http.RequestAborted)
            : new Problem(ProblemKind.Invalid, "invalid", T("Reload")) { DetailEn = T("Reload") };
        if (saved.Succeeded)
        {
            Navigation.NavigateTo($"/katalog/{saved.Value.Service}?tersimpan={saved.Value.Version}");
            return;
        }

        refusal = saved.Problem;
        faults = [.. refusal.Errors.SelectMany(e => e.Value.Select(text => Fault(e.Key, text))).Take(MostFaults)];
        RefusedPage.Mark(Http, refusal);
    }

    /// <summary>At its field where the form has one, else at the JSON with the place in front.</summary>
    private FieldError Fault(string place, string text) => given is not null && EditedField.All.FirstOrDefault(f => f.Pointer == place) is { } field
        ? new(field.Id, T("Should", T($"Field.{field.Id}"), text))
        : new("definisi", T("Should", place.Length == 0 ? "/" : place, text));

    private string? ErrorOf(string id) => faults.Where(f => f.Id == id).Select(f => f.Message).ToList() is { Count: > 0 } all ? string.Join(" · ", all) : null;

    private string? Typed(EditedField field) => given is null ? field.Read(stored!) : given(field.Id);
}
