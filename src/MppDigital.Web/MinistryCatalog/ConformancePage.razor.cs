using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;
using MppDigital.Web.Components;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>Which regencies are not as the nation says, and where. From what they found of themselves.</summary>
public sealed partial class ConformancePage
{
    private MinistryStaff? staff;
    private Conformance all = new(null, 0, []);
    private List<RegencyConformance> deviating = [];

    [Inject]
    private IUseCase<ReadConformance, Conformance> Read { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Http.MinistryStaffAsync(Http.RequestAborted)).Value;
        if (staff is null)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        all = (await Read.HandleAsync(new ReadConformance(), Http.RequestAborted)).Value!;
        deviating = [.. all.Regencies.Where(r => r.Conformance < 1)];
    }
}
