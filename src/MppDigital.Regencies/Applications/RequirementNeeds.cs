using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications;

/// <summary>Which requirements the answers of a form call for: proof of training points belongs to a renewal only.</summary>
public static class RequirementNeeds
{
    public static bool IsAsked(Requirement requirement, ServiceDefinition service, JsonObject answers) =>
        requirement.ShowWhen is not { } show || Conditions.Hold(show, new FormScope(service.FormFields, answers));

    public static bool IsMandatory(Requirement requirement, ServiceDefinition service, JsonObject answers) =>
        IsAsked(requirement, service, answers)
        && (requirement.Mandatory || (requirement.RequiredWhen is { } when && Conditions.Hold(when, new FormScope(service.FormFields, answers))));
}
