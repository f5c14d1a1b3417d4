export interface ReminderTables {
  reminder: ReminderTable
  reminder_to: ReminderToTable
}

export interface ReminderTable {
  id: string
  campaign_id: string
  text: string
  sent_by: string
  sent_at: Date
}

export interface ReminderToTable {
  reminder_id: string
  submission_id: string
}
