namespace MppDigital.Regencies.Notifications;

/// <summary>What people are told about.</summary>
public enum NoticeEvent
{
    Received,
    Returned,

    /// <summary>A file still waits for its correction.</summary>
    CorrectionWaits,
    Approved,
    Refused,
    Deemed,
    DocumentReady,
    PaymentDue,
    Paid,
    Refunded,
    Renewal,

    /// <summary>A service is over: how was it?</summary>
    SurveyInvited,

    /// <summary>To whoever has the file: half of the limit is used up, or four fifths.</summary>
    LimitNears,

    /// <summary>To the head: the limit has passed.</summary>
    LimitPassed,

    /// <summary>To whoever has the task of the survey's weakest element, or the admins.</summary>
    ImprovementDue,

    VisitBooked,

    /// <summary>The day before, and two hours before.</summary>
    VisitReminder,

    /// <summary>By the hall.</summary>
    VisitCalledOff,
    VisitMissed,

    /// <summary>To whoever complained, at the address they left.</summary>
    ComplaintReceived,
    ComplaintAssigned,
    ComplaintAnswered,
    ComplaintEscalated,

    /// <summary>By silence, or by the national channel.</summary>
    ComplaintClosed,

    /// <summary>To whoever asked an officer.</summary>
    QuestionReceived,
    QuestionAnswered,
}
