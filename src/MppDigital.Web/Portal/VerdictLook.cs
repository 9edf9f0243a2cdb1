using MppDigital.National.Verification;
using MppDigital.Web.Components.Pieces;

namespace MppDigital.Web.Portal;

internal readonly record struct VerdictLook(string Kind, string Icon)
{
    public static VerdictLook Of(DocumentVerdict verdict) => verdict switch
    {
        DocumentVerdict.Genuine => new("ok", Icons.Shield),
        DocumentVerdict.Expired => new("wait", Icons.Clock),
        DocumentVerdict.Revoked or DocumentVerdict.Annulled => new("bad", Icons.Stop),
        DocumentVerdict.Replaced => new("bad", Icons.Cross),
        _ => new("", Icons.Search),
    };
}
