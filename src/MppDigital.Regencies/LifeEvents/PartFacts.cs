using System.Text.Json.Nodes;
using MppDigital.National.LifeEvents;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>From the common form to one service: what was asked once is told to each under its own names.</summary>
internal static class PartFacts
{
    public static GatheredFacts Of(LifeEventPart part, GatheredFacts common)
    {
        var (bundled, fields) = (part.Bundled, part.Service.FormFields.Where(f => part.AnsweredNow.Contains(f.Name)).ToList());
        var facts = fields.Select(f => common.Held.Find(bundled.CommonField(f.Name)) is { } fact ? fact with { Field = f.Name } : null).OfType<HeldFact>();
        var choices = fields.Where(f => common.Held.ChoicesFor(bundled.CommonField(f.Name)).Count > 0).ToDictionary(f => f.Name, f => common.Held.ChoicesFor(bundled.CommonField(f.Name)));
        return new GatheredFacts(
            new HeldFacts(facts, common.Held.SilentSources) { Applicant = common.Held.Applicant, Choices = choices },
            Own(part, common.Confirmed), Own(part, common.Connected));
    }

    /// <summary>Answers under the service's own names, with those that the event itself gives.</summary>
    public static JsonObject Answers(LifeEventPart part, JsonObject common)
    {
        var own = new JsonObject();
        foreach (var name in part.AnsweredNow)
        {
            if (part.Bundled.Given.TryGetValue(name, out var given)) own[name] = JsonNode.Parse(given.GetRawText());
            else if (common[part.Bundled.CommonField(name)] is { } answer) own[name] = answer.DeepClone();
        }

        return own;
    }

    /// <summary>Uploads by the service's own requirements.</summary>
    public static Dictionary<string, Guid> Files(LifeEventPart part, IReadOnlyDictionary<string, Guid> common) =>
        part.Service.Requirements.Where(r => !part.Bundled.Proven.ContainsKey(r.Code) && common.ContainsKey(part.Bundled.CommonDocument(r.Code)))
            .ToDictionary(r => r.Code, r => common[part.Bundled.CommonDocument(r.Code)]);

    /// <summary>A fault at one service's field, said at the field of the common form.</summary>
    public static FormError AtCommon(LifeEventPart part, FormError error)
    {
        var segments = error.At.Split('/');
        if (segments is not ["", "data", var own, ..]) return error;
        segments[2] = part.Bundled.CommonField(own);
        return error with { At = string.Join('/', segments) };
    }

    private static HashSet<string> Own(LifeEventPart part, IReadOnlySet<string> common) =>
        [.. part.Service.Requirements.Where(r => !part.Bundled.Proven.ContainsKey(r.Code) && common.Contains(part.Bundled.CommonDocument(r.Code))).Select(r => r.Code)];
}
