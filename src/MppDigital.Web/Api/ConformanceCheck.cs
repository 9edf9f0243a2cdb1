using MppDigital.National.Catalog;

namespace MppDigital.Web.Api;

/// <summary>The components of a service standard that must be published (UU 25/2009 art. 21, Permen PANRB 15/2014), as far as a definition carries them.</summary>
internal static class ConformanceCheck
{
    public static IReadOnlyList<string> Missing(ServiceDefinition service)
    {
        (string Component, bool Present)[] components =
        [
            ("legal-basis", service.LegalBasis.Count > 0),
            ("requirements", service.Requirements.Count > 0),
            ("procedure", service.Steps.Count > 0),
            ("time", service.ProcessingTime.LegalMaximum.Length > 0),
            ("fee", service.Fee.Basis.Length > 0 || service.Fee.Type == "free"),
            ("product", service.Product.NameId.Length > 0),
            ("complaints", service.Complaint.Channels.Count > 0),
            // Without a workflow nobody would decide what is decided here.
            ("workflow", !service.DecidedHere || service.Workflow.Count > 0),
        ];
        return [.. components.Where(c => !c.Present).Select(c => c.Component)];
    }
}
