namespace MppDigital.Regencies.Payments;

/// <summary>One way of paying a bill, from its reference to its end. Money decides: whatever else was reported, what was paid is paid.</summary>
public enum PaymentState
{
    /// <summary>It has a reference; the provider was not asked yet, or its answer was lost.</summary>
    Due,

    /// <summary>The payer holds a code.</summary>
    Pending,
    Paid,
    Expired,
    Failed,
    RefundAsked,
    Refunded,
}

public static class PaymentStates
{
    /// <summary>The name on the wire: <c>refund-asked</c>.</summary>
    public static string Wire(this PaymentState state) => state == PaymentState.RefundAsked ? "refund-asked" : state.ToString().ToLowerInvariant();

    /// <summary>The money has arrived, whatever became of it.</summary>
    public static bool HasMoney(this PaymentState state) => state is PaymentState.Paid or PaymentState.RefundAsked or PaymentState.Refunded;
}

internal enum BillState
{
    Due,
    Paid,

    /// <summary>Nothing is owed any more, and nothing was kept.</summary>
    Cancelled,
}
