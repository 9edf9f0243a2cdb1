using System.Security.Cryptography;
using MppDigital.Regencies.Applications;

namespace MppDigital.Regencies.Webhooks;

/// <summary>What a system can ask to be told; the list is closed and part of the interface.</summary>
public static class WebhookEvents
{
    public static IReadOnlyList<string> All { get; } = ["submitted", "completed", "returned", "corrected", "approved", "refused", "deemed", "issued", "withdrawn", "fee-due", "fee-paid"];

    /// <summary>The status to which the event leads; where it leads to none, the one that the application has.</summary>
    internal static string StatusAfter(string happened, ApplicationStatus now) => happened switch
    {
        "submitted" or "returned" or "approved" or "refused" or "issued" or "withdrawn" => happened,
        "deemed" => ApplicationStatus.Approved.Wire(),
        _ => now.Wire(),
    };

    /// <summary>192 random bits that fit into any configuration file.</summary>
    internal static string NewSecret() => "whsec_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
